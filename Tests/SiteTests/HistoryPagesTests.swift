import Disclosure
import Exchange
import HTTPTypes
import Record
import Spreadsheet
import Storage
import Testing

@testable import Registry
@testable import Site

/// Past assessments from a workbook: seen before they are entered, all or none.
@Suite struct HistoryPagesTests {
    private static let place = "/assessments/history"

    /// Somebody at the page.
    private struct Desk {
        let world: SiteWorld
        let headers: [(HTTPField.Name, String)]

        init(_ world: SiteWorld, as capacity: Capacity = .head) async throws {
            self.world = world
            headers = try await world.signIn(world.signIn(capacity))
        }

        func get(_ path: String) async throws -> SiteWorld.Answer { try await world.ask(.get, path, headers) }

        func template() async throws -> Workbook {
            let answer = try await get("\(HistoryPagesTests.place)/template.xlsx")
            try #require(answer.status == 200)
            return try Workbook.read(answer.bytes)
        }

        func bring(_ bytes: [UInt8]) async throws -> SiteWorld.Answer {
            let mark = try await get(HistoryPagesTests.place).hidden("csrf")
            let head =
                "--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(mark)\r\n--cut\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"past.xlsx\"\r\n\r\n"
            return try await world.ask(
                .post, HistoryPagesTests.place,
                headers + [(.contentType, "multipart/form-data; boundary=cut")],
                bytes: Array(head.utf8) + bytes + Array("\r\n--cut--\r\n".utf8))
        }

        func confirm(_ path: String, _ page: SiteWorld.Answer) async throws -> SiteWorld.Answer {
            try await world.ask(
                .post, path, headers + SiteWorld.form,
                body: "csrf=\(page.hidden("csrf"))&plan=\(page.hidden("plan"))")
        }

        /// How many past assessments stand.
        func entered() async throws -> Int {
            let answer = try await world.ask(
                .get, "/api/v1/assessments?limit=200", world.bearer(world.signIn(.head)))
            return try JSONValue(parsing: answer.bytes)["items"]?.array?.filter {
                $0["historic"] == .bool(true)
            }.count ?? 0
        }
    }

    private static func fill(
        _ book: inout Workbook, _ row: Int, _ state: String, on day: String, _ more: [String: String] = [:]
    ) {
        let cells = ["A": state, "C": "2008-02-01", "D": day, "E": "S/AC.40/2009/1", "H": "partly"]
        for (column, text) in cells.merging(more, uniquingKeysWith: { $1 }) {
            guard let address = CellAddress("\(column)\(row)") else { continue }
            book.sheets[0][address] = text.isEmpty ? nil : .text(text)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a workbook is seen before it is entered, and then all of it is`(engine: Engine) async throws {
        try await SiteWorld.withoutCases(engine) { world in
            let desk = try await Desk(world)
            #expect(try await desk.get("/assessments").text.contains("href=\"\(Self.place)\""))
            var book = try await desk.template()
            let state = try #require(world.signIn(.focalPoint).about)
            Self.fill(&book, 2, state, on: "2009-11-05")
            Self.fill(&book, 3, state, on: "2012-11-05")
            let before = try await desk.entered()
            let sent = try await desk.bring(try book.bytes())
            let path = try #require(sent.headers[.location])
            let page = try await desk.get(path)
            #expect(page.status == 200 && page.text.contains("2 past assessments would be entered"))
            #expect(try await desk.entered() == before, "nothing is entered by looking")
            #expect(try await desk.confirm(path, page).status == 303)
            #expect(try await desk.entered() == before + 2)
            // The same again: each row says what is in the way.
            let again = try await desk.get(path)
            #expect(again.text.contains("Assessments!D2") && again.text.contains("Assessments!D3"))
            #expect(again.hidden("plan").isEmpty, "there is nothing to confirm")
            #expect(try await desk.confirm(path, page).status != 303)
            #expect(try await desk.entered() == before + 2)
        }
    }

    @Test func `every cell that is wrong is told, also what only the act knows, and nothing is entered`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let desk = try await Desk(world)
            var book = try await desk.template()
            let state = try #require(world.signIn(.focalPoint).about)
            Self.fill(&book, 2, state, on: "2009-11-05")
            Self.fill(&book, 3, "Nowhere", on: "last year", ["H": "somewhat"])
            Self.fill(&book, 4, state, on: "2007-11-05")
            Self.fill(&book, 5, state, on: "2010-11-05", ["E": String(repeating: "x", count: 501)])
            let before = try await desk.entered()
            let path = try #require(try await desk.bring(try book.bytes()).headers[.location])
            let page = try await desk.get(path)
            for cell in ["A3", "D3", "H3", "C4", "E5"] {
                #expect(page.text.contains("Assessments!\(cell)"), "\(cell)")
            }
            #expect(!page.text.contains("Assessments!A2") && page.hidden("plan").isEmpty)
            #expect(try await desk.confirm(path, page).status == 409)
            // Whoever makes up the mark of a plan enters no part of it either.
            let pack = try #require(try await world.site.registry.pack())
            let plan = try HistoryWorkbook(try book.bytes(), pack).digest
            let forged = try await world.ask(
                .post, path, desk.headers + SiteWorld.form, body: "csrf=\(page.hidden("csrf"))&plan=\(plan)")
            #expect(forged.status == 422)
            #expect(try await desk.entered() == before)
        }
    }

    @Test func `what is no such workbook is turned away, and the page is there for those who enter them`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let desk = try await Desk(world)
            let none = try await desk.bring(Array("a,b".utf8))
            #expect(none.status == 422 && none.text.contains("This is no .xlsx file"))
            let foreign = try await desk.bring(try Workbook([Sheet("Mine")]).bytes())
            #expect(foreign.status == 422 && foreign.text.contains("Begin with the template"))
            let waiting = try await world.database.read {
                try $0.query("SELECT id FROM staged_file", [:]).count
            }
            #expect(waiting == 0)
            var book = try await desk.template()
            Self.fill(&book, 2, try #require(world.signIn(.focalPoint).about), on: "2009-11-05")
            let path = try #require(try await desk.bring(try book.bytes()).headers[.location])
            for capacity in [Capacity.focalPoint, .committeeMember, .administrator, .researcher] {
                let other = try await Desk(world, as: capacity)
                for address in [Self.place, "\(Self.place)/template.xlsx", path] {
                    #expect(try await other.get(address).status == 404, "\(capacity) \(address)")
                }
                #expect(!(try await other.get("/assessments").text.contains(Self.place)))
            }
            #expect(try await Desk(world, as: .expert).get(path).status == 404, "another's file")
        }
    }
}
