import Disclosure
import HTTPTypes
import Record
import Spreadsheet
import Storage
import Testing

@testable import Registry
@testable import Site

/// Answers that go out as a spreadsheet and come back by a program: the same files, faults and acts as at the pages.
@Suite struct SpreadsheetProgramTests {
    /// A program at the spreadsheet of one case.
    private struct Program {
        let world: SiteWorld
        let walk: SiteCase
        let row: SignIn

        var path: String { "/api/v1/assessments/\(walk.assessment)/spreadsheet" }

        func workbook() async throws -> Workbook {
            let answer = try await world.ask(.get, path, world.bearer(row))
            try #require(answer.status == 200)
            return try Workbook.read(answer.bytes)
        }

        func bring(
            _ bytes: [UInt8], _ query: String = "", type: String = Workbook.mediaType, key: String? = nil
        ) async throws -> (status: Int, said: JSONValue) {
            let answer = try await world.ask(
                .post, path + query, headers(type, key), bytes: bytes)
            return (answer.status, try JSONValue(parsing: answer.bytes))
        }

        private func headers(_ type: String, _ key: String?) throws -> [(HTTPField.Name, String)] {
            let name = try #require(HTTPField.Name("Idempotency-Key"))
            return world.bearer(row) + [(.contentType, type)] + (key.map { [(name, $0)] } ?? [])
        }

        /// What stands for the question, and how many entries there are.
        func standing(_ question: String) async throws -> (value: String?, entries: Int64?) {
            let answers = try await world.ask(.get, "/api/v1/answers?limit=200", world.bearer(row))
            let entries = try await world.ask(
                .get, "/api/v1/entries?limit=1", world.bearer(world.signIn(.head)))
            let own = try JSONValue(parsing: answers.bytes)["items"]?.array?.last {
                $0["question"]?.string == question && $0["assessment"]?.string == walk.assessment
            }
            return (
                own?["value"]?.string,
                try JSONValue(parsing: entries.bytes)["total"].map { $0.canonicalString }.flatMap {
                    Int64($0)
                }
            )
        }
    }

    private static func program(_ world: SiteWorld, _ capacity: Capacity = .expert) async throws -> Program {
        try await Program(world: world, walk: SiteCase(world), row: world.signIn(capacity))
    }

    @Test(arguments: Engine.allCases)
    func `a preview says what would change and does nothing, and what it said is then done`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let program = try await Self.program(world)
            var book = try await program.workbook()
            let row = try #require(book.row(of: "Q2"))
            book.fill(row, ["F": "Partly implemented", "G": "A draft law", "H": "a visit", "I": "low"])
            let before = try await program.standing("Q2")
            let (status, seen) = try await program.bring(try book.bytes(), "?preview=true")
            #expect(status == 200 && seen["faults"]?.array == [])
            let change = try #require(seen["changes"]?.array?.first)
            #expect(change["question"] == "Q2" && change["row"] == .integer(Int64(row)))
            #expect(change["before"] == [:] && change["after"]?["value"] == "partly")
            #expect(change["after"]?["explanation"] == ["en": "A draft law"])
            #expect(try await program.standing("Q2") == before, "looking enters nothing")
            let plan = try #require(seen["plan"]?.string)
            let done = try await program.bring(try book.bytes(), "?plan=\(plan)")
            #expect(done.status == 200 && done.said["acts"]?.array?.count == 1)
            #expect(done.said["acts"]?.array?.first?["name"] == "record-answer")
            let after = try await program.standing("Q2")
            #expect(after.value == "partly" && after.entries == before.entries.map { $0 + 1 })
            let again = try await program.bring(try book.bytes())
            #expect(again.status == 200 && again.said["acts"]?.array == [], "it says what stands")
        }
    }

    @Test(arguments: Engine.allCases)
    func `every cell that is wrong is told, and nothing of the file is entered`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let program = try await Self.program(world)
            var book = try await program.workbook()
            let (good, bad) = (try #require(book.row(of: "Q2")), try #require(book.row(of: "Q3")))
            book.fill(good, ["F": "Partly implemented", "G": "Yes", "H": "a visit", "I": "low"])
            book.fill(bad, ["F": "maybe", "I": "certain"])
            let before = try await program.standing("Q2")
            let seen = try await program.bring(try book.bytes(), "?preview=true")
            let faults = try #require(seen.said["faults"]?.array)
            #expect(seen.status == 200)
            #expect(Set(faults.compactMap { $0["cell"]?.string }) == ["F\(bad)", "I\(bad)"])
            #expect(faults.allSatisfy { $0["sheet"] == "Questions" && $0["row"] == .integer(Int64(bad)) })
            let refused = try await program.bring(try book.bytes())
            #expect(refused.status == 422 && refused.said["errors"]?.array == faults)
            let none = try await program.bring(Array("a,b".utf8), "?preview=true")
            #expect(none.status == 422 && none.said["errors"]?.array?.count == 1)
            #expect(try await program.standing("Q2") == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same file under the same key is entered once, another under it never`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let program = try await Self.program(world)
            var book = try await program.workbook()
            book.fill(try #require(book.row(of: "Q1")), ["F": "Not implemented"])
            let bytes = try book.bytes()
            let done = try await program.bring(bytes, key: "first")
            #expect(done.status == 200)
            let after = try await program.standing("Q1")
            // Somebody answered again since: what was done is said again all the same.
            try await program.walk.perform(
                "record-answer",
                ["question": "Q1", "value": "fully", "source": "visit", "confidence": "high"], as: .head)
            let sent = try await program.standing("Q1")
            let again = try await program.bring(bytes, key: "first")
            #expect(again.status == 200 && again.said == done.said)
            #expect(try await program.standing("Q1") == sent)
            #expect(after.value == "not-implemented")
            #expect(try await program.bring(bytes, "?overwrite=Q1", key: "first").status == 422)
            #expect(try await program.bring(bytes, key: "").status == 422)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what changed here too is left, except where the program says otherwise`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let program = try await Self.program(world)
            var book = try await program.workbook()
            book.fill(try #require(book.row(of: "Q1")), ["F": "Not implemented"])
            let (_, seen) = try await program.bring(try book.bytes(), "?preview=true")
            let plan = try #require(seen["plan"]?.string)
            try await program.walk.perform(
                "record-answer",
                ["question": "Q1", "value": "fully", "source": "visit", "confidence": "high"], as: .head)
            #expect(try await program.bring(try book.bytes(), "?plan=\(plan)").status == 409)
            #expect(try await program.bring(try book.bytes()).status == 422, "nothing was chosen")
            let row = try #require(book.row(of: "Q2"))
            book.fill(row, ["F": "Partly implemented", "G": "Yes", "H": "a visit", "I": "low"])
            let one = try await program.bring(try book.bytes())
            #expect(one.said["left"]?.array == ["Q1"] && one.said["acts"]?.array?.count == 1)
            #expect(try await program.standing("Q1").value == "fully")
            #expect(try await program.bring(try book.bytes(), "?overwrite=Q1").status == 200)
            #expect(try await program.standing("Q1").value == "not-implemented")
        }
    }

    @Test func `whoever may not, or sends what is no spreadsheet, is told so`() async throws {
        try await SiteWorld.withoutCases { world in
            let program = try await Self.program(world)
            var book = try await program.workbook()
            #expect(book.row(of: "Q1") == 2)
            book.fill(2, ["F": "Not implemented"])
            let bytes = try book.bytes()
            for capacity in [Capacity.focalPoint, .committeeMember, .auditor] {
                let other = Program(world: world, walk: program.walk, row: world.signIn(capacity))
                let hidden = try await world.ask(.get, program.path, world.bearer(other.row))
                #expect(hidden.status == 404, "\(capacity)")
                #expect(try await other.bring(bytes, "?preview=true").status == 404, "\(capacity)")
                #expect(try await other.bring(bytes).status == 404, "\(capacity)")
            }
            #expect(try await world.ask(.post, program.path, bytes: bytes).status == 401)
            #expect(try await program.bring(bytes, type: "text/csv").status == 415)
            #expect(try await program.bring([UInt8](repeating: 0, count: 8_000_001)).status == 413)
            for query in ["?preview=yes", "?previw=true"] {
                #expect(try await program.bring(bytes, query).status == 422, "\(query)")
            }
            try await program.walk.perform("send-draft", as: .expert)
            let focal = Program(world: world, walk: program.walk, row: world.signIn(.focalPoint))
            #expect(try await focal.bring(bytes).status == 422, "the file of another room")
        }
    }
}
