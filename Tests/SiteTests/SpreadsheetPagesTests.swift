import Disclosure
import HTTPTypes
import Record
import Spreadsheet
import Storage
import Testing

@testable import Registry
@testable import Site

/// Answers that go out as a spreadsheet and come back: nothing is entered before it was seen and confirmed.
@Suite struct SpreadsheetPagesTests {
    private typealias Headers = [(HTTPField.Name, String)]

    /// One case and somebody at its spreadsheet.
    private struct Desk {
        let world: SiteWorld
        let walk: SiteCase
        let headers: Headers

        init(_ world: SiteWorld, _ walk: SiteCase, as row: SignIn) async throws {
            self.world = world
            self.walk = walk
            headers = try await world.signIn(row)
        }

        var place: String { "\(walk.page)/questions/spreadsheet" }

        func get(_ path: String) async throws -> SiteWorld.Answer { try await world.ask(.get, path, headers) }

        func workbook() async throws -> Workbook {
            let answer = try await get("\(walk.page)/questions.xlsx")
            try #require(answer.status == 200)
            return try Workbook.read(answer.bytes)
        }

        func bring(_ bytes: [UInt8], csrf: String? = nil) async throws -> SiteWorld.Answer {
            let mark = if let csrf { csrf } else { try await get(place).hidden("csrf") }
            let head =
                "--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(mark)\r\n--cut\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"one.xlsx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
            return try await world.ask(
                .post, place, headers + [(.contentType, "multipart/form-data; boundary=cut")],
                bytes: Array(head.utf8) + bytes + Array("\r\n--cut--\r\n".utf8))
        }

        /// Brings a file and looks at what it would change.
        func preview(_ bytes: [UInt8]) async throws -> (path: String, page: SiteWorld.Answer) {
            let answer = try await bring(bytes)
            try #require(answer.status == 303, "\(answer.status)")
            let path = try #require(answer.headers[.location])
            return (path, try await get(path))
        }

        func confirm(_ path: String, _ page: SiteWorld.Answer, _ more: String = "") async throws
            -> SiteWorld
            .Answer
        {
            try await world.ask(
                .post, path, headers + SiteWorld.form,
                body: "csrf=\(page.hidden("csrf"))&plan=\(page.hidden("plan"))\(more)")
        }
    }

    /// The expert's and the State's answers to a question, with the text of each.
    private static func answers(_ world: SiteWorld, _ question: String, as capacity: Capacity) async throws
        -> [String]
    {
        let answer = try await world.ask(
            .get, "/api/v1/answers?limit=200", world.bearer(world.signIn(capacity)))
        let items = try JSONValue(parsing: answer.bytes)["items"]?.array ?? []
        return items.filter { $0["question"]?.string == question }.map {
            "\($0["by"]?.string ?? "") \($0["value"]?.string ?? "-") \($0["text"]?["en"]?.string ?? "-")"
        }
    }

    @Test func `what was filled in is seen before it is entered, and entered as it was seen`() async throws {
        try await SiteWorld.withoutCases { world in
            let desk = try await Desk(world, SiteCase(world), as: world.signIn(.expert))
            let out = try await desk.get("\(desk.walk.page)/questions.xlsx")
            #expect(out.headers[.contentType] == Workbook.mediaType)
            #expect(out.headers[.cacheControl] == "no-store")
            #expect(
                out.headers[.contentDisposition] == "attachment; filename=\"\(desk.walk.state)-1.xlsx\"")
            var workbook = try Workbook.read(out.bytes)
            let row = try #require(workbook.row(of: "Q2"))
            workbook.fill(row, ["F": "Partly implemented", "G": "A draft law", "H": "a visit", "I": "low"])
            let bytes = try workbook.bytes()
            let (path, page) = try await desk.preview(bytes)
            #expect(page.status == 200)
            #expect(page.text.contains("1 question would be answered otherwise than now"))
            #expect(page.text.contains("A draft law"))
            #expect(try await Self.answers(world, "Q2", as: .expert).isEmpty, "nothing is entered by looking")
            let done = try await desk.confirm(path, page)
            #expect(done.status == 303)
            #expect(done.headers[.location] == "\(desk.walk.page)/questions")
            #expect(
                try await Self.answers(world, "Q2", as: .expert) == ["directorate partly A draft law"])
            // Confirmed twice, it is done once.
            #expect(try await desk.confirm(path, page).status == 409)
            #expect(try await desk.get(path).text.contains("there is nothing to enter"))
        }
    }

    @Test func `what others answered meanwhile is overwritten only where that was ticked`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let desk = try await Desk(world, walk, as: world.signIn(.expert))
            var workbook = try await desk.workbook()
            let row = try #require(workbook.row(of: "Q1"))
            workbook.fill(row, ["F": "Not implemented"])
            let again: [String: JSONValue] = [
                "question": "Q1", "value": "fully", "explanation": ["en": "Since last week"],
                "source": "visit", "confidence": "high",
            ]
            try await walk.perform("record-answer", again, as: .head)
            let (path, page) = try await desk.preview(try workbook.bytes())
            #expect(page.text.contains("name=\"overwrite.Q1\""))
            let refused = try await desk.confirm(path, page)
            #expect(refused.status == 422, "nothing was chosen, so nothing is done")
            #expect(
                try await Self.answers(world, "Q1", as: .expert) == ["directorate fully Since last week"])
            #expect(try await desk.confirm(path, page, "&overwrite.Q1=on").status == 303)
            #expect(
                try await Self.answers(world, "Q1", as: .expert)
                    == ["directorate not-implemented By the act of 2020"])
        }
    }

    @Test func `what changed between the look and the word is looked at again`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let desk = try await Desk(world, walk, as: world.signIn(.expert))
            var workbook = try await desk.workbook()
            workbook.fill(try #require(workbook.row(of: "Q1")), ["F": "Not implemented"])
            let (path, page) = try await desk.preview(try workbook.bytes())
            let again: [String: JSONValue] = [
                "question": "Q1", "value": "fully", "source": "visit", "confidence": "high",
            ]
            try await walk.perform("record-answer", again, as: .head)
            let refused = try await desk.confirm(path, page)
            #expect(refused.status == 409)
            #expect(refused.text.contains("Something changed while you were looking"))
            #expect(refused.text.contains("name=\"overwrite.Q1\""))
            #expect(try await Self.answers(world, "Q1", as: .expert) == ["directorate fully -"])
        }
    }

    @Test func `one cell that is wrong, and nothing of the file is entered`() async throws {
        try await SiteWorld.withoutCases { world in
            let desk = try await Desk(world, SiteCase(world), as: world.signIn(.expert))
            var workbook = try await desk.workbook()
            let (good, bad) = (
                try #require(workbook.row(of: "Q2")), try #require(workbook.row(of: "Q3"))
            )
            let other = try #require(workbook.row(of: "Q4"))
            workbook.fill(good, ["F": "Partly implemented", "G": "Yes", "H": "a visit", "I": "low"])
            workbook.fill(bad, ["F": "Partly implemented", "G": "No\u{7}", "I": "low"])
            workbook.fill(other, ["F": "not applicable", "H": "a visit", "I": "low"])
            let (path, page) = try await desk.preview(try workbook.bytes())
            for place in ["Questions!G\(bad)", "Questions!H\(bad)", "Questions!G\(other)"] {
                #expect(page.text.contains(place), "\(place)")
            }
            #expect(!page.text.contains("Questions!F\(good)") && page.text.contains("control character"))
            #expect(page.hidden("plan").isEmpty, "there is nothing to confirm")
            let refused = try await world.ask(
                .post, path, desk.headers + SiteWorld.form, body: "csrf=\(page.hidden("csrf"))&plan=")
            #expect(refused.status == 409)
            #expect(try await Self.answers(world, "Q2", as: .expert).isEmpty)
        }
    }

    @Test func `a file that is none is turned away and not kept`() async throws {
        try await SiteWorld.withoutCases { world in
            let desk = try await Desk(world, SiteCase(world), as: world.signIn(.expert))
            let refused = try await desk.bring(Array("a,b".utf8))
            #expect(refused.status == 422)
            #expect(refused.text.contains("This is no .xlsx file"))
            #expect(try await desk.bring([]).status == 422)
            #expect(try await desk.bring(try await desk.workbook().bytes(), csrf: "forged").status == 403)
            let urlencoded = try await world.ask(
                .post, desk.place, desk.headers + SiteWorld.form, body: "file=x")
            #expect(urlencoded.status == 422)
            let waiting = try await world.database.read {
                try $0.query("SELECT id FROM staged_file", [:]).count
            }
            #expect(waiting == 0)
        }
    }

    @Test func `a file waits for whoever brought it, in that capacity, for a day`() async throws {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            let desk = try await Desk(world, walk, as: world.signIn(.expert))
            var workbook = try await desk.workbook()
            workbook.fill(try #require(workbook.row(of: "Q1")), ["F": "Not implemented"])
            let (path, page) = try await desk.preview(try workbook.bytes())
            for capacity in [Capacity.head, .focalPoint, .committeeMember, .administrator] {
                let other = try await Desk(world, walk, as: world.signIn(capacity))
                #expect(try await other.get(path).status == 404, "\(capacity)")
                #expect(try await other.confirm(path, page).status != 303, "\(capacity)")
            }
            let staged = String(path.split(separator: "/").last ?? "")
            let row = world.signIn(.expert)
            let held = try #require(
                try await world.site.accounts.visitor(email: row.email, capacity: .expert))
            #expect(try await world.site.accounts.staged(staged, by: held) != nil)
            try await world.database.write {
                try $0.execute("UPDATE staged_file SET grant_id = 'another'", [:])
            }
            #expect(try await desk.get(path).status == 404, "another capacity of the same person")
            try await world.database.write {
                try $0.execute("UPDATE staged_file SET grant_id = :grant", ["grant": held.grant])
            }
            #expect(try await desk.get(path).status == 200)
            world.clock.advance(minutes: 24 * 60 + 1)
            #expect(try await world.site.accounts.staged(staged, by: held) == nil)
        }
    }

    @Test func `the State fills in its own drafts, an official what was handed to them, and nobody else any`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let walk = try await SiteCase(world)
            for capacity in [Capacity.committeeMember, .partner, .researcher, .administrator, .focalPoint] {
                let other = try await Desk(world, walk, as: world.signIn(capacity))
                for part in ["questions.xlsx", "questions/spreadsheet"] {
                    let answer = try await other.get("\(walk.page)/\(part)")
                    #expect(answer.status == 404, "\(capacity) \(part)")
                }
            }
            try await walk.perform("send-draft", as: .expert)
            let focal = try await Desk(world, walk, as: world.signIn(.focalPoint))
            var workbook = try await focal.workbook()
            #expect(workbook.text("E", try #require(workbook.row(of: "Q1"))).contains("By the act of 2020"))
            let row = try #require(workbook.row(of: "Q1"))
            workbook.fill(row, ["F": "do not agree", "G": "Fully implemented"])
            let missing = try await focal.preview(try workbook.bytes())
            #expect(missing.page.text.contains("Questions!I\(row)"), "a disagreement has its reason")
            workbook.fill(row, ["H": "The act was amended", "I": "The finding rests on the former act"])
            let (path, page) = try await focal.preview(try workbook.bytes())
            #expect(try await focal.confirm(path, page).status == 303)
            #expect(
                try await Self.answers(world, "Q1", as: .focalPoint).contains(
                    "state fully The act was amended"))
            try await Self.keepsWhatTheStateDoes(world, walk, focal)
            let person = try await world.person(.contributor)
            try await walk.perform(
                "hand-question", ["question": "Q2", "person": .string(person)], as: .focalPoint)
            let official = try await Desk(world, walk, as: world.signIn(.contributor))
            let handed = try await official.workbook()
            #expect(handed.row(of: "Q2") == 2 && handed.row(of: "Q1") == nil)
            let refused = try await official.preview(try await focal.workbook().bytes())
            #expect(refused.page.text.contains("The question Q1 is not asked of you here"))
            #expect(refused.page.hidden("plan").isEmpty)
            try await walk.perform("send-observations", as: .focalPoint)
            try await walk.perform("revise-assessment", as: .expert)
            let late = try await focal.bring(try await focal.workbook().bytes(), csrf: page.hidden("csrf"))
            #expect(late.status == 409, "it can be taken along to read, and not be brought back")
            #expect(try await focal.get(path).status == 409)
        }
    }

    /// What an answer says that is done is not of the file, and stays when the answer comes back.
    private static func keepsWhatTheStateDoes(
        _ world: SiteWorld, _ walk: SiteCase, _ focal: Desk
    ) async throws {
        try await walk.perform(
            "draft-answer",
            [
                "question": "Q1", "position": "disagree", "value": "fully",
                "explanation": .object(["en": "The act was amended"]),
                "reason": .object(["en": "The finding rests on the former act"]),
                "action": .object(["en": "A bill on the exceptions"]), "progress": "in-progress",
            ], as: .focalPoint)
        var workbook = try await focal.workbook()
        workbook.fill(try #require(workbook.row(of: "Q1")), ["H": "The act was amended twice"])
        let (path, page) = try await focal.preview(try workbook.bytes())
        #expect(try await focal.confirm(path, page).status == 303)
        #expect(
            try await answers(world, "Q1", as: .focalPoint).contains("state fully The act was amended twice"))
        let viewer = Viewer(
            person: try await world.person(.focalPoint), capacity: .focalPoint,
            about: world.signIn(.focalPoint).about)
        let steps = try await world.site.registry.read(for: viewer) { try $0.items(.step) }
        #expect(
            steps.last { $0.assessment == walk.assessment }?.body?.texts["en"] == "A bill on the exceptions")
    }
}

extension SiteWorld {
    /// Who holds a capacity.
    fileprivate func person(_ capacity: Capacity) async throws -> String {
        try #require(
            try await site.accounts.visitor(email: signIn(capacity).email, capacity: capacity)
        ).person.rawValue
    }
}

extension Workbook {
    /// The row of a question of the first sheet.
    func row(of code: String) -> Int? {
        sheets[0].rows.first { $0[1]?.value == .text(code) }?.number
    }

    func text(_ column: String, _ row: Int) -> String {
        if case .text(let text) = sheets[0].value("\(column)\(row)") { text } else { "" }
    }

    /// Writes texts into a row, by the letter of the column.
    mutating func fill(_ row: Int, _ texts: [String: String]) {
        for (column, text) in texts {
            guard let address = CellAddress("\(column)\(row)") else { continue }
            sheets[0][address] = .text(text)
        }
    }
}
