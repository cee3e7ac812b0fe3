import Mandate
import Record
import Registry

extension TestWorld {
    static let paragraph = "S-RES-2617-2021-OP-16"

    /// The fields of a duty, all of them right.
    static func duty(
        what: String = "Report on measures taken", kind: String = "none", limit: String? = nil,
        paragraph: String = Self.paragraph
    ) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "paragraph": .string(paragraph), "addressee": ["en": "the Executive Directorate"],
            "verb": ["en": "requests"], "what": .object(["en": .string(what)]), "limitKind": .string(kind),
        ]
        if let limit { fields["normalised"] = .string(limit) }
        return fields
    }

    /// Proposed by the expert.
    func propose(_ fields: [String: JSONValue] = TestWorld.duty()) async throws -> String {
        try await perform("propose-duty", fields, by: "expert").id("duty")
    }

    /// Proposed by the expert, confirmed by the head.
    func confirmed(_ fields: [String: JSONValue] = TestWorld.duty()) async throws -> String {
        let duty = try await propose(fields)
        try await perform("confirm-duty", ["duty": .string(duty)], by: "head")
        return duty
    }

    func document(_ title: String = "A report", on day: String = "2024-03-01") async throws -> String {
        try await perform(
            "record-document", ["title": .string(title), "kind": "report", "issuedOn": .string(day)],
            by: "expert"
        ).id("document")
    }

    func duty(_ id: String, as key: String, asOf day: CalendarDate? = nil) async throws -> DutyView? {
        try await read(as: key, asOf: day) { try $0.duty(DutyID(id)) }
    }

    func sees(_ key: String, duty id: String, asOf day: CalendarDate? = nil) async throws -> Bool {
        try await duty(id, as: key, asOf: day) != nil
    }

    func version(of duty: String, as key: String) async throws -> String {
        try await read(as: key) { try $0.representation("duty", duty)?["version"]?.string } ?? ""
    }
}
