import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

@Suite struct DeskTests {
    @Test func `Each desk says what its holder does next, stage by stage`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            func desk(_ capacity: Capacity) async throws -> String {
                try await world.ask(.get, "/", world.signIn(world.signIn(capacity))).text
            }
            #expect(try await desk(.expert).contains("to draft, and to send to the State"))
            try await one.perform("send-draft", as: .expert)
            #expect(try await desk(.focalPoint).contains("answers drafted: 0, sent: 0"))
            try await one.perform(
                "draft-answer", ["question": "Q1", "position": "agree", "value": "largely"], as: .focalPoint)
            #expect(try await desk(.focalPoint).contains("answers drafted: 1, sent: 0"))
            try await one.perform("send-answers", as: .focalPoint)
            #expect(try await desk(.mission).contains("answers drafted: 0, sent: 1"))
            try await one.perform("send-observations", as: .focalPoint)
            #expect(try await desk(.expert).contains("to take the draft back"))
            try await one.perform("revise-assessment", as: .expert)
            #expect(try await desk(.head).contains("to approve"))
            let coverage: [String: JSONValue] = [
                "humanRights": "covered", "gender": "covered", "children": "covered", "victims": "covered",
            ]
            try await one.perform("approve-assessment", coverage, as: .head)
            #expect(try await !desk(.committeeSecretary).contains("to circulate"))
            try await one.perform("submit-assessment", as: .head)
            #expect(try await desk(.committeeSecretary).contains("to circulate"))
            #expect(try await !desk(.chair).contains("to circulate"))
            try await one.perform(
                "circulate-paper", ["symbol": "DESK/1", "languages": "en"], as: .committeeSecretary)
            #expect(try await !desk(.committeeSecretary).contains("to circulate"))
            #expect(try await desk(.committeeMember).contains("DESK/1"))
        }
    }

    @Test func `From a Mission's desk lead ways to its letters, requests, withholdings and releases`()
        async throws
    {
        try await SiteWorld.with { world in
            let desk = try await world.ask(.get, "/", world.signIn(world.signIn(.mission))).text
            for way in ["/communications", "/requests", "/withholdings", "/releases", "/states/"] {
                #expect(desk.contains("class=\"button\" href=\"\(way)"), "\(way)")
            }
        }
    }

    @Test func `A form says what it is about, and an amendment begins with what stands`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let title = try #require(
                try await world.ask(.get, one.page, expert).text.firstMatch(of: /<h1[^>]*>([^<]+)<\/h1>/)?.1)
            let rating = "/acts/rate-requirement?assessment=\(one.assessment)"
            #expect(try await world.ask(.get, rating, expert).text.contains(">\(title)</a>"))
            let amending = "/acts/amend-finding?finding=\(one.finding)"
            let form = try await world.ask(.get, amending, expert).text
            #expect(form.contains(">The code lacks an offence</a>"))
            #expect(form.contains("The code lacks an offence</textarea>"))
            let overview = "/acts/write-overview?assessment=\(one.assessment)"
            #expect(try await world.ask(.get, overview, expert).text.contains("Much was done</textarea>"))
        }
    }

    @Test func `A question is handed to the State's own contributors, and read by the Directorate's people`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let head = try await world.signIn(world.signIn(.head))
            let readers = try await world.ask(
                .get, "/acts/assign-second-reader?assessment=\(one.assessment)", head
            ).text
            #expect(readers.contains(world.signIn(.expert).person))
            #expect(!readers.contains(world.signIn(.focalPoint).person))
            #expect(readers.contains("name=\"requirements.LEG1\""))
            #expect(!readers.contains("name=\"requirements.LEG2\""))
            try await one.perform("send-draft", as: .expert)
            let state = try await world.signIn(world.signIn(.focalPoint))
            let officials = try await world.ask(
                .get, "/acts/hand-question?assessment=\(one.assessment)&question=Q1", state
            ).text
            #expect(officials.contains("\(world.signIn(.contributor).person)</option>"))
            #expect(!officials.contains("\(world.signIn(.focalPoint).person)</option>"))
        }
    }
}
