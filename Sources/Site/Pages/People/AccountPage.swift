import Disclosure
import HTML
import Identity
import Registry
import Words

/// GET /account: one's own sessions, tokens, feeds and password.
struct AccountPage: Page {
    let visitor: Visitor
    let sessions: [SessionView]
    let tokens: [TokenView]
    let feeds: [TokenView]
    let csrf: String
    /// Made just now: its text is shown once.
    let made: String?
    let problem: Problem?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try await answer(request, nil, nil)
    }

    static func answer(
        _ request: SiteRequest, _ made: String?, _ problem: Problem?
    ) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let accounts = request.site.accounts
        return request.page(
            Self(
                visitor: visitor, sessions: try await accounts.sessions(of: visitor.person),
                tokens: try await accounts.tokens(of: visitor.person),
                feeds: try await accounts.feeds(of: visitor.person), csrf: request.mark, made: made,
                problem: problem), status: problem?.status ?? 200)
    }

    /// POST /account/{what}.
    static func change(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let form = try request.form()
        try request.checkMark(form["csrf"])
        let accounts = request.site.accounts
        do {
            switch try request.parameter("what") {
            case "token":
                let token = try await accounts.createToken(
                    for: visitor.person, grant: visitor.grant, label: form["label"] ?? "")
                return try await answer(request, token.text, nil)
            case "revoke-token": try await accounts.revokeToken(form["id"] ?? "", of: visitor.person)
            case "feed":
                let token = try await accounts.createFeed(for: visitor.person, grant: visitor.grant)
                return try await answer(request, "/feeds/\(token.text)/calendar.ics", nil)
            case "revoke-feed": try await accounts.revokeFeed(form["id"] ?? "", of: visitor.person)
            case "end-session": try await accounts.endSession(form["id"] ?? "-", of: visitor.person)
            case "password":
                guard form["password"] == form["again"] else { throw Refusal("password.differ", .incomplete) }
                try await accounts.changePassword(
                    of: visitor, from: form["old"] ?? "", to: form["password"] ?? "")
            default: throw Refusal("object.not-found", .notFound)
            }
            return .redirect(to: .account).settingCookie("done", "account~")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await answer(request, nil, Problem(refusal, request.words))
        }
    }

    /// POST /capacity: looks and acts in another of one's capacities from here on.
    static func switchCapacity(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let form = try request.form()
        try request.checkMark(form["csrf"])
        let token = try await request.site.accounts.switchCapacity(
            of: visitor, to: GrantID(form["capacity"] ?? ""))
        return SiteResponse.redirect(to: .desk).settingCookie("session", token.text)
    }

    var part: SitePart { .other }
    func title(_ words: Words) -> String { words("account.title") }

    func main(_ html: inout HTML, _ words: Words) {
        if let problem {
            html.div(.class("error-summary"), .role("alert")) { $0.p(text: problem.detail) }
        }
        if let made {
            html.div(.class("note open"), .role("status")) { html in
                html.p(text: words("account.made-once"))
                html.input(
                    .type("text"), .class("input"), .value(made), .readonly(),
                    .ariaLabel(words("account.made")),
                    .data("copy"))
            }
        }
        capacities(&html, words)
        feeds(&html, words)
        tokens(&html, words)
        sessions(&html, words)
        password(&html, words)
    }

    private func capacities(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("account.capacities"))
            html.ul(.class("plain")) { html in
                for holding in visitor.holdings {
                    html.li { html in
                        html.text(words("capacity.\(holding.capacity.rawValue)"))
                        if let about = holding.about { html.text(" · \(about)") }
                        if holding.grant == visitor.grant {
                            html.text(" ")
                            html.span(.class("tag"), text: words("account.acting"))
                        } else {
                            post(
                                "/capacity", "capacity", holding.grant.rawValue, "account.act-as", &html,
                                words)
                        }
                    }
                }
            }
        }
    }

    private func feeds(_ html: inout HTML, _ words: Words) {
        html.section(.id("feeds")) { html in
            html.h2(text: words("account.feeds"))
            html.p(text: words("account.feeds-help"))
            listing(feeds, "revoke-feed", &html, words)
            post("/account/feed", "", "", "account.make-feed", &html, words)
        }
    }

    private func tokens(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("account.tokens"))
            html.p(text: words("account.tokens-help"))
            listing(tokens, "revoke-token", &html, words)
            html.form(.method("post"), .action("/account/token"), .class("inline-form")) { html in
                html.input(.type("hidden"), .name("csrf"), .value(csrf))
                html.label(.for("label"), text: words("account.token-label"))
                html.input(
                    .type("text"), .class("input"), .id("label"), .name("label"), .required(), .maxlength(100)
                )
                html.button(.type("submit"), .class("button"), text: words("account.make-token"))
            }
        }
    }

    private func listing(_ views: [TokenView], _ action: String, _ html: inout HTML, _ words: Words) {
        guard !views.isEmpty else { return }
        html.ul(.class("plain")) { html in
            for one in views {
                html.li { html in
                    html.text(
                        "\(one.label.isEmpty ? words("account.feed") : one.label) · \(one.createdAt.prefix(10))"
                    )
                    post("/account/\(action)", "id", one.id, "account.revoke", &html, words)
                }
            }
        }
    }

    private func sessions(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("account.sessions"))
            html.ul(.class("plain")) { html in
                for session in sessions {
                    html.li { html in
                        html.text("\(session.startedAt.prefix(16)) · \(session.userAgent.shortened(to: 60))")
                        if session.id == visitor.session {
                            html.text(" ")
                            html.span(.class("tag"), text: words("account.this-session"))
                        } else {
                            post(
                                "/account/end-session", "id", session.id, "account.end-session", &html, words)
                        }
                    }
                }
            }
        }
    }

    private func password(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("account.password"))
            html.form(.method("post"), .action("/account/password")) { html in
                html.input(.type("hidden"), .name("csrf"), .value(csrf))
                html.div(.class("field")) { html in
                    html.label(.for("old"), text: words("password.old"))
                    html.input(
                        .type("password"), .class("input"), .id("old"), .name("old"), .required(),
                        .autocomplete("current-password"))
                }
                NewPasswordFields().write(&html, words)
                html.p(.class("actions")) {
                    $0.button(.type("submit"), .class("button"), text: words("account.change-password"))
                }
            }
        }
    }

    private func post(
        _ action: String, _ name: String, _ value: String, _ key: String, _ html: inout HTML, _ words: Words
    ) {
        html.form(.method("post"), .action(action), .class("button-form")) { html in
            html.input(.type("hidden"), .name("csrf"), .value(csrf))
            if !name.isEmpty { html.input(.type("hidden"), .name(name), .value(value)) }
            html.button(.type("submit"), .class("button quiet"), text: words(key))
        }
    }
}
