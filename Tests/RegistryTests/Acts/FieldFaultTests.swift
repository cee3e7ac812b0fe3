import Record
import Storage
import Testing

@testable import Registry

/// Fields are checked before anything else of an act happens, all of them at once.
@Suite struct FieldFaultTests {
    @Test func `all faults of all fields come at once`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let refusal = try await world.refusal(
                of: "record-document",
                [
                    "title": "  \n ", "kind": "poem", "issuedOn": "2024-02-30", "symbol": .integer(7),
                    "colour": "red",
                ],
                by: "expert")
            #expect(refusal?.kind == .incomplete)
            let faults = Dictionary(uniqueKeysWithValues: refusal?.faults.map { ($0.field, $0.code) } ?? [])
            #expect(
                faults == [
                    "title": "field.control", "kind": "field.choice", "issuedOn": "field.date",
                    "symbol": "field.not-text", "colour": "field.unknown",
                ])
        }
    }

    /// A field of `record-document`, a value that is not taken, and the code of the fault.
    static let faulty: [(field: String, value: JSONValue?, code: String)] = [
        ("title", nil, "field.required"), ("title", "", "field.required"),
        ("title", "\u{3000} ", "field.required"),
        ("title", .string(String(repeating: "x", count: 501)), "field.too-long"),
        ("title", .string(String(repeating: "界", count: 501)), "field.too-long"),
        ("title", .string(String(repeating: "e\u{301}", count: 3_000)), "field.too-long"),
        ("title", "a\u{0}b", "field.control"), ("title", "a\u{7F}b", "field.control"),
        ("title", "a\u{202E}b", "field.turned"), ("title", "a\u{202D}b", "field.turned"),
        ("title", "a\nb", "field.control"), ("title", .null, "field.not-text"),
        ("title", ["en": "x"], "field.not-text"), ("issuedOn", "2024-3-1", "field.date"),
        ("issuedOn", "2023-02-29", "field.date"), ("issuedOn", "tomorrow", "field.date"),
        ("issuedOn", "2024-03-16", "field.after-today"), ("kind", "Report", "field.choice"),
        ("document", "mine", "field.unknown"), ("Title", "x", "field.unknown"),
    ]

    @Test func `a value that does not fit its field is refused and nothing is done`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let right: [String: JSONValue] = [
                "title": "A report", "kind": "report", "issuedOn": "2024-03-15",
            ]
            let before = try await world.registry.extent().entries
            for one in Self.faulty {
                var fields = right
                fields[one.field] = one.value
                let refusal = try await world.refusal(of: "record-document", fields, by: "expert")
                #expect(refusal?.faults.map(\.field) == [one.field], "\(one)")
                #expect(refusal?.faults.map(\.code) == [one.code], "\(one)")
            }
            #expect(try await world.registry.extent().entries == before)
            #expect(try await world.refusal(of: "record-document", right, by: "expert") == nil)
        }
    }

    @Test func `the longest value that is allowed is taken, in any script`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            for title in [String(repeating: "x", count: 500), String(repeating: "界", count: 500)] {
                let refusal = try await world.refusal(
                    of: "record-document",
                    ["title": .string(title), "kind": "report", "issuedOn": "2024-03-15"], by: "expert")
                #expect(refusal == nil)
            }
        }
    }

    static let wordings: [(value: JSONValue, code: String)] = [
        ([:], "field.required"), ("plain", "field.not-wording"), (["en": " "], "field.required"),
        (["en": .integer(1)], "field.not-wording"), (["tlh": "x"], "field.language"),
        (["en": "fine", "fr": "a\u{1}"], "field.control"),
        (["en": .string(String(repeating: "x", count: 4_001))], "field.too-long"),
    ]

    @Test func `wording per language is checked language by language`() async throws {
        try await TestWorld.with(.sqlite) { world in
            for one in Self.wordings {
                let fields = TestWorld.duty().merging(["what": one.value]) { $1 }
                let refusal = try await world.refusal(of: "propose-duty", fields, by: "expert")
                #expect(refusal?.faults.map(\.code) == [one.code], "\(one)")
            }
        }
    }

    @Test func `kind and normal form of a limit must belong together`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let pairs: [(String, String?, Bool)] = [
                ("none", nil, true), ("absolute", "2024-12-31", true), ("absolute", "2024-12", true),
                ("relative", "P12M from=the report", true), ("recurring", "R/P1Y", true),
                ("term", "2025-12-31", true),
                ("none", "2024-12-31", false), ("absolute", nil, false), ("relative", "R/P1Y", false),
                ("recurring", "P12M from=x", false), ("absolute", "2024-02-30", false),
                ("absolute", "soon", false),
            ]
            for (kind, limit, isRight) in pairs {
                let refusal = try await world.refusal(
                    of: "propose-duty", TestWorld.duty(kind: kind, limit: limit), by: "expert")
                #expect((refusal == nil) == isRight, "\(kind) \(limit ?? "–"): \(refusal?.code ?? "")")
                if !isRight { #expect(refusal?.kind == .incomplete) }
            }
        }
    }
}
