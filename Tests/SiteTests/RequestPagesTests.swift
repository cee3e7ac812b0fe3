import Disclosure
import HTTPTypes
import Record
import Storage
import Testing

@testable import Registry
@testable import Site

/// Requests for information on pages and for programs: who gets what, and what others get in its place.
@Suite struct RequestPagesTests {
    /// Where a text of a request or a reply could come to light.
    private static func places(_ one: SiteAsking) -> [String] {
        [
            "/", "/requests", "/requests/\(one.request)", "/states/\(one.state)", "/states", "/assessments",
            "/search?q=canary", "/record", "/api/v1/requests", "/api/v1/requests/\(one.request)",
            "/api/v1/request-replies", "/api/v1/search?q=canary", "/api/v1/entries",
        ]
    }

    @Test(arguments: Engine.allCases)
    func `a request's addresses answer outsiders as made-up ones do, drafted and sent`(engine: Engine)
        async throws
    {
        try await SiteWorld.withoutCases(engine) { world in
            let one = try await SiteAsking(world)
            let outsiders = try await one.outsiders()
            let insiders = try await one.visitors([.expert, .head])
            let ofState = try await one.visitors([.focalPoint, .mission])
            let official = try await one.visitors([.contributor])
            func expectNothing(_ rows: [SiteAsking.Visitor]) async throws {
                for row in rows {
                    for (real, none) in one.addresses {
                        let (found, missing) = (
                            try await one.ask(real, as: row), try await one.ask(none, as: row)
                        )
                        #expect(found.status == 404, "\(real) as \(row.name)")
                        func plain(_ answer: SiteWorld.Answer, _ path: String) -> String {
                            answer.text.replacing(path, with: "").replacing(
                                FormEncoding.encode(path), with: "")
                        }
                        #expect(plain(found, real) == plain(missing, none), "\(real) as \(row.name)")
                    }
                }
            }
            try await expectNothing(outsiders + ofState + official)
            try await one.send()
            try await expectNothing(outsiders + official)
            for row in insiders + ofState {
                let page = try await one.ask("/requests/\(one.request)", as: row)
                #expect(page.status == 200 && page.text.contains(SiteAsking.questions[1]))
                #expect(try await one.ask("/request-points/\(one.points[0])", as: row).status == 303)
                #expect(try await one.ask("/requests", as: row).text.contains(SiteAsking.subject))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `no page and no program's answer tells outsiders that a request was sent or replied to`(
        engine: Engine
    ) async throws {
        try await SiteWorld.withoutCases(engine) { world in
            let one = try await SiteAsking(world)
            var before: [String: String] = [:]
            // Auditors read that acts were done, by whom.
            func isCompared(_ row: SiteAsking.Visitor, _ path: String) -> Bool {
                !(row.row?.capacity == "auditor" && ["/", "/record", "/api/v1/entries"].contains(path))
            }
            func plain(_ answer: SiteWorld.Answer) -> String {
                answer.text.replacing(/name="(csrf|idempotency-key)" value="[^"]*"/, with: "")
            }
            let rows = try await one.outsiders()
            for row in rows {
                for path in Self.places(one) where isCompared(row, path) {
                    before["\(row.name) \(path)"] = plain(try await one.ask(path, as: row))
                }
            }
            try await one.send()
            try await one.reply(1, "The canary of the ministry", as: .focalPoint)
            try await one.reply(2, "A canary too", as: .mission)
            try await one.perform("send-request-replies", ["request": .string(one.request)], as: .mission)
            for row in rows {
                for path in Self.places(one) where isCompared(row, path) {
                    let after = plain(try await one.ask(path, as: row))
                    #expect(
                        !after.contains("canary of") && !after.contains("Zircon"), "\(path) as \(row.name)")
                    #expect(before["\(row.name) \(path)"] == after, "\(path) as \(row.name)")
                }
            }
            let read = try await one.ask("/requests/\(one.request)", as: one.visitor(.expert)).text
            #expect(read.contains("The canary of the ministry"), "it was there to leak")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a State drafts of a reply is in no answer to the Directorate`(engine: Engine) async throws {
        try await SiteWorld.withoutCases(engine) { world in
            let one = try await SiteAsking(world)
            try await one.send()
            try await one.hand(1)
            let reply = try await one.reply(1, "The canary of the ministry", as: .contributor)
            let paths = Self.places(one) + ["/request-replies/\(reply)", "/api/v1/request-replies/\(reply)"]
            for row in try await one.visitors([.head, .expert]) {
                for path in paths {
                    let answer = try await one.ask(path, as: row).text
                    #expect(!answer.contains("canary of"), "\(path) as \(row.name)")
                }
            }
            let own = try await one.ask("/requests/\(one.request)", as: one.visitor(.focalPoint)).text
            #expect(own.contains("The canary of the ministry"))
            #expect(own.contains("/acts/validate-request-reply?"))
            #expect(!own.contains("/acts/send-request-replies?"), "not all are there, and one waits")
        }
    }

    @Test func `an official lands on the question that was handed over, and reads no other`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteAsking(world)
            try await one.send()
            try await one.reply(1, "The canary of the ministry", as: .focalPoint)
            try await one.hand(2)
            let official = try await one.visitor(.contributor)
            let way = "/requests/\(one.request)#point-2"
            #expect(try await one.ask("/", as: official).text.contains("href=\"\(way)\""))
            let page = try await one.ask("/requests/\(one.request)", as: official)
            #expect(page.status == 200 && page.text.contains(SiteAsking.questions[1]))
            #expect(page.text.contains("/acts/draft-request-reply?"))
            for hidden in [
                SiteAsking.questions[0], "canary", "/acts/send-request-replies?", "/acts/hand-request-point?",
                "/acts/ask-more-time?", "/acts/validate-request-reply?",
            ] {
                #expect(!page.text.contains(hidden), "\(hidden)")
            }
            for path in ["/request-points/\(one.points[0])", "/requests"] {
                #expect(try await one.ask(path, as: official).status == 404, "\(path)")
            }
            let seen = try await one.json("/api/v1/requests/\(one.request)", as: world.signIn(.contributor))
            #expect(seen?["questions"]?.array?.map { $0["number"]?.int } == [2])
        }
    }

    @Test func `two who write one reply are shown each other's, and what the second typed is kept`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteAsking(world)
            try await one.send()
            try await one.hand(1)
            let address = "/acts/draft-request-reply?point=\(one.points[0])"
            let official = try await world.signIn(world.signIn(.contributor))
            let form = try await world.ask(.get, address, official)
            #expect(form.hidden("version") == "none")
            try await one.reply(1, "First words", as: .focalPoint)
            let typed =
                "csrf=\(form.hidden("csrf"))&idempotency-key=\(form.hidden("idempotency-key"))"
                + "&point=\(one.points[0])&text.en=Second+words"
            let late = try await world.ask(
                .post, "/acts/draft-request-reply", official + SiteWorld.form, body: typed + "&version=none")
            #expect(late.status == 409)
            #expect(late.text.contains("First words") && late.text.contains("Second words"))
            let again = try await world.ask(
                .post, "/acts/draft-request-reply", official + SiteWorld.form,
                body: typed.replacing(form.hidden("idempotency-key"), with: late.hidden("idempotency-key"))
                    + "&version=\(late.hidden("version"))")
            #expect(again.status == 303)
            let page = try await one.ask("/requests/\(one.request)", as: one.visitor(.mission)).text
            #expect(page.contains("Second words") && !page.contains("First words"))
        }
    }

    @Test func `a kept draft of a reply stays on the version it was typed on`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteAsking(world)
            try await one.send()
            try await one.hand(1)
            let address = "/acts/draft-request-reply?point=\(one.points[0])"
            let official = try await world.signIn(world.signIn(.contributor))
            let form = try await world.ask(.get, address, official)
            let kept = try await world.ask(
                .post, "/drafts/draft-request-reply", official + SiteWorld.form,
                body: "csrf=\(form.hidden("csrf"))&point=\(one.points[0])&text.en=Half+a+sent&version=none")
            #expect(kept.status == 204)
            try await one.reply(1, "First words", as: .focalPoint)
            let opened = try await world.ask(.get, address, official)
            #expect(opened.text.contains("Half a sent") && opened.hidden("version") == "none")
        }
    }

    @Test func `a draft is amended from what it says, by whoever saw it last`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteAsking(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let page = try await world.ask(.get, "/requests/\(one.request)", expert).text
            #expect(page.contains("/acts/amend-request?"))
            let form = try await world.ask(.get, "/acts/amend-request?request=\(one.request)", expert)
            #expect(form.text.contains(SiteAsking.questions.joined(separator: "\n")))
            #expect(form.text.contains(SiteAsking.subject) && !form.hidden("version").isEmpty)
            try await one.perform(
                "amend-request",
                [
                    "request": .string(one.request), "subject": ["en": "Topaz"],
                    "questions": ["en": "Which one?"],
                ], as: .head)
            let late = try await world.ask(
                .post, "/acts/amend-request", expert + SiteWorld.form,
                body: "csrf=\(form.hidden("csrf"))&idempotency-key=\(form.hidden("idempotency-key"))"
                    + "&request=\(one.request)&version=\(form.hidden("version"))&subject.en=Opal"
                    + "&questions.en=Which+other")
            #expect(late.status == 409)
            #expect(late.text.contains("Topaz") && late.text.contains("Opal"))
            try await one.send()
            let sent = try await world.ask(.get, "/requests/\(one.request)", expert).text
            #expect(!sent.contains("/acts/amend-request?") && sent.contains("Which one?"))
        }
    }
}
