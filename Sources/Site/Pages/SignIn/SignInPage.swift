import HTML
import Identity
import Registry
import Words

/// GET and POST /sign-in.
struct SignInPage: Page {
    let csrf: String
    let email: String
    let next: String
    let problem: Problem?
    /// Whether somebody's session ended while they were typing: what they typed is kept.
    let isInterrupted: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.visitor == nil else { return .redirect(to: .desk) }
        return answer(request, next: request.query["next"] ?? "/", email: "", nil, isInterrupted: false)
    }

    static func signIn(_ request: SiteRequest) async throws -> SiteResponse {
        let form = try request.form()
        let next = form["next"] ?? "/"
        do {
            try request.checkMark(form["csrf"])
            let signedIn = try await request.site.accounts.signIn(
                email: form["email"] ?? "", password: form["password"] ?? "", address: request.address,
                userAgent: request.headers["user-agent"] ?? "")
            return .redirect(path: next.isEmpty ? "/" : next)
                .settingCookie("session", signedIn.token.text).clearingCookie("visit")
        } catch let refusal as Refusal {
            return answer(
                request, next: next, email: form["email"] ?? "", Problem(refusal, request.words),
                isInterrupted: false)
        }
    }

    static func signOut(_ request: SiteRequest) async throws -> SiteResponse {
        try request.checkMark(try request.form()["csrf"])
        if let visitor = request.visitor, let session = visitor.session {
            try await request.site.accounts.endSession(session, of: visitor.person)
        }
        return .redirect(to: .desk).clearingCookie("session")
    }

    /// The page, with the cookie that its hidden field goes with.
    static func answer(
        _ request: SiteRequest, next: String, email: String, _ problem: Problem?, isInterrupted: Bool
    ) -> SiteResponse {
        let visit = request.cookies["visit"] ?? request.site.registry.surroundings.newID()
        let page = SignInPage(
            csrf: request.site.formMark.mark(session: visit, form: "form"), email: email, next: next,
            problem: problem, isInterrupted: isInterrupted)
        let status = problem.map { $0.status == 401 ? 422 : $0.status } ?? (isInterrupted ? 401 : 200)
        return request.page(page, status: status).adding(problem?.headers ?? []).settingCookie("visit", visit)
    }

    var part: SitePart { .other }
    var isNarrow: Bool { true }
    func title(_ words: Words) -> String { words("sign-in.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.div(.class("sign-in")) { html in
            if isInterrupted {
                html.p(.class("note open"), .role("status"), text: words("sign-in.interrupted"))
            }
            if let problem {
                html.div(.class("error-summary"), .role("alert")) { $0.p(text: problem.detail) }
            }
            html.form(.method("post"), .action(Route.signIn)) { html in
                html.input(.type("hidden"), .name("csrf"), .value(csrf))
                html.input(.type("hidden"), .name("next"), .value(next))
                html.div(.class("field")) { html in
                    html.label(.for("email"), text: words("person.email"))
                    html.input(
                        .type("email"), .class("input"), .id("email"), .name("email"), .value(email),
                        .required(),
                        .autocomplete("username"))
                }
                html.div(.class("field")) { html in
                    html.label(.for("password"), text: words("sign-in.password"))
                    html.input(
                        .type("password"), .class("input"), .id("password"), .name("password"), .required(),
                        .autocomplete("current-password"))
                }
                html.p(.class("actions")) {
                    $0.button(.type("submit"), .class("button primary"), text: words("sign-in.button"))
                }
            }
            html.p(.class("field-help"), text: words("sign-in.help"))
        }
    }
}

/// GET and POST /invitations/{token}: sets a password, once.
struct InvitationPage: Page {
    let token: String
    let name: String
    let email: String
    let csrf: String
    let problem: Problem?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try await answer(request, nil)
    }

    static func accept(_ request: SiteRequest) async throws -> SiteResponse {
        let form = try request.form()
        try request.checkMark(form["csrf"])
        let token = try token(request)
        do {
            guard form["password"] == form["again"] else { throw Refusal("password.differ", .incomplete) }
            try await request.site.accounts.accept(token, password: form["password"] ?? "")
            return .redirect(to: .signIn)
        } catch let refusal as Refusal where refusal.kind == .incomplete {
            return try await answer(request, Problem(refusal, request.words))
        }
    }

    private static func token(_ request: SiteRequest) throws -> Token {
        let text = try request.parameter("token")
        guard let token = Token(text, kind: .invitation) ?? Token(text, kind: .reset) else {
            throw Refusal("invitation.over", .notFound)
        }
        return token
    }

    private static func answer(_ request: SiteRequest, _ problem: Problem?) async throws -> SiteResponse {
        let token = try token(request)
        guard let invited = try await request.site.accounts.invited(token) else {
            throw Refusal("invitation.over", .notFound)
        }
        let visit = request.cookies["visit"] ?? request.site.registry.surroundings.newID()
        let session = request.visitor?.session ?? visit
        let page = InvitationPage(
            token: token.text, name: invited.name, email: invited.email,
            csrf: request.site.formMark.mark(session: session, form: "form"), problem: problem)
        return request.page(page, status: problem?.status ?? 200).settingCookie("visit", visit)
    }

    var part: SitePart { .other }
    var isNarrow: Bool { true }
    func title(_ words: Words) -> String { words("invitation.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.div(.class("sign-in")) { html in
            html.p(.class("lead"), text: words("invitation.lead", ["name": name]))
            if let problem {
                html.div(.class("error-summary"), .role("alert")) { $0.p(text: problem.detail) }
            }
            html.form(.method("post"), .action(Route.invitation(token))) { html in
                html.input(.type("hidden"), .name("csrf"), .value(csrf))
                html.input(
                    .type("hidden"), .name("email"), .value(email), .autocomplete("username"))
                NewPasswordFields().write(&html, words)
                html.p(.class("actions")) {
                    $0.button(.type("submit"), .class("button primary"), text: words("invitation.button"))
                }
            }
        }
    }
}

/// A new password, twice.
struct NewPasswordFields {
    func write(_ html: inout HTML, _ words: Words) {
        for (name, key) in [("password", "password.new"), ("again", "password.again")] {
            html.div(.class("field")) { html in
                html.label(.for(name), text: words(key))
                if name == "password" {
                    html.p(.class("field-help"), .id("password-help"), text: words("password.help"))
                }
                html.input(
                    .type("password"), .class("input"), .id(name), .name(name), .required(),
                    .autocomplete("new-password"),
                    .when(name == "password", .aria("describedby", "password-help")))
            }
        }
    }
}

/// After an invitation was made: its one-time address, shown once.
struct InvitationMadePage: Page {
    let path: String
    let person: String

    var part: SitePart { .people }
    func title(_ words: Words) -> String { words("invitation.made") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(text: words("invitation.made-help", ["days": Accounts.invitationDays]))
        html.p { html in
            html.input(
                .type("text"), .class("input"), .value(path), .readonly(),
                .ariaLabel(words("invitation.address")),
                .data("copy"))
        }
        html.p { $0.a(.href(Route.person(person)), text: words("invitation.back")) }
    }
}
