import Disclosure
import HTTPTypes
import Hummingbird
import Registry
import Testing

@testable import Site

/// What holds at every address, also at those that come later: the list of endpoints is walked.
@Suite struct DoorTests {
    private static func path(_ endpoint: Endpoint) -> String {
        endpoint.template.replacing("{id}", with: "none-such").replacing("{name}", with: "propose-duty")
            .replacing("{what}", with: "token").replacing("{token}", with: "none").replacing(
                "{tag}", with: "en")
    }

    @Test func `No address fails anybody, whatever their capacity`() async throws {
        try await SiteWorld.with { world in
            let viewers =
                [nil]
                + Set(world.signIns.map(\.capacity)).sorted().map { name in
                    world.signIns.first { $0.capacity == name }
                }
            for viewer in viewers {
                var visitor: [(HTTPField.Name, String)] = []
                if let viewer { visitor = try await world.signIn(viewer) }
                for endpoint in Endpoints.all {
                    let isAPI = endpoint.template.hasPrefix("/api/")
                    let bearer = viewer.map { [(HTTPField.Name.authorization, "Bearer \($0.token)")] } ?? []
                    let method: HTTPRequest.Method = endpoint.method == .get ? .get : .post
                    let answer = try await world.ask(
                        method, Self.path(endpoint), isAPI ? bearer : visitor, body: isAPI ? "{}" : "")
                    #expect(
                        answer.status < 500,
                        "\(endpoint.method) \(endpoint.template) as \(viewer?.capacity ?? "the public")")
                }
            }
        }
    }

    @Test func `A form that was not made for this session does nothing`() async throws {
        try await SiteWorld.with { world in
            let mine = try await world.signIn(world.signIn(.head))
            let theirs = try await world.signIn(world.signIn(.expert))
            let stolen = try await world.ask(.get, "/account", theirs).hidden("csrf")
            for endpoint in Endpoints.all where endpoint.method == .post {
                guard case .form = endpoint.kind else { continue }
                for body in ["", "csrf=\(stolen)&grant=none&paragraph=none"] {
                    let answer = try await world.ask(
                        .post, Self.path(endpoint), mine + SiteWorld.form, body: body)
                    #expect([403, 404].contains(answer.status), "\(endpoint.template): \(answer.status)")
                }
            }
        }
    }

    @Test func `A token opens no page, and a cookie performs no act of the API`() async throws {
        try await SiteWorld.with { world in
            let expert = world.signIn(.expert)
            let page = try await world.ask(.get, "/account", [(.authorization, "Bearer \(expert.token)")])
            #expect(page.text.contains("name=\"password\"") && !page.text.contains("/account/token"))
            let act = try await world.ask(
                .post, "/api/v1/acts/propose-duty", try await world.signIn(expert), body: "{}")
            #expect(act.status == 401)
        }
    }

    @Test func `A misspelt parameter and a wrong method are named`() async throws {
        try await SiteWorld.with { world in
            let list = try await world.ask(.get, "/api/v1/duties?statu=due")
            #expect(list.status == 422 && list.text.contains("\"field\":\"statu\""))
            let method = try await world.ask(.delete, "/api/v1/duties")
            #expect(method.status == 405 && method.headers[.allow] == "GET, HEAD")
        }
    }

    @Test func `A session's new token reaches the browser on errors too`() async throws {
        try await SiteWorld.with { world in
            let cookies = try await world.signIn(world.signIn(.head))
            world.clock.advance(minutes: 20)
            let answer = try await world.ask(.get, "/duties/none-such", cookies)
            #expect(answer.status == 404 && answer.cookies["session"] != nil)
            let again = try await world.ask(.get, "/duties/none-such", cookies)
            #expect(again.cookies["session"] == nil, "the former token makes no third")
        }
    }

    @Test func `What was typed when the session ended stands in the form after signing in`() async throws {
        try await SiteWorld.with { world in
            let head = world.signIn(.expert)
            let cookies = try await world.signIn(head)
            let address = "/acts/propose-duty?paragraph=S-RES-2617-2021-OP-12"
            let form = try await world.ask(.get, address, cookies)
            world.clock.advance(minutes: 40)
            let typed = "反恐执行局提交访问时间表"
            let over = try await world.ask(
                .post, "/acts/propose-duty", cookies + SiteWorld.form,
                body: "csrf=\(form.hidden("csrf"))&paragraph=S-RES-2617-2021-OP-12&what.zh-Hans="
                    + FormEncoding.encode(typed))
            #expect(over.status == 401 && over.hidden("next") == address)
            let back = try await world.ask(.get, address, try await world.signIn(head))
            #expect(back.text.contains(typed))
        }
    }

    @Test func `Cookies go back over https alone once they came by it`() async throws {
        try await SiteWorld.with { world in
            let name = try #require(HTTPField.Name("x-forwarded-proto"))
            let secure = try await world.ask(.get, "/sign-in", [(name, "https")])
            #expect(secure.headers[values: .setCookie].allSatisfy { $0.hasSuffix("; Secure") })
            #expect(!secure.headers[values: .setCookie].isEmpty)
        }
    }
}
