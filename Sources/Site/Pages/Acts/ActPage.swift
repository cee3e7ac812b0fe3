import Disclosure
import HTML
import Identity
import Mandate
import Pack
import Record
import Registry
import Words

/// GET and POST /acts/{name}: the form of any act, made from its description.
struct ActPage: Page {
    let form: ActForm
    let problem: Problem?
    /// What the act is about, in words.
    let about: String?
    let aboutRoute: Route?
    let paragraphs: [String]
    /// Both versions, where somebody else was quicker.
    let theirs: [String: String]?
    /// What helps to write it, beside the form.
    let starts: RecommendationStarts?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let act = try act(request)
        let visitor = try request.signedIn()
        guard request.may(act) else { throw notAllowed(act, request) }
        var values = request.query
        let place = request.place(of: act, values)
        for (name, value) in try await request.site.accounts.draft(of: visitor.person, at: place) {
            values[name] = value
        }
        let form = try await request.form(act, values: values)
        return request.page(try await page(form, nil, request))
    }

    static func perform(_ request: SiteRequest) async throws -> SiteResponse {
        let act = try act(request)
        let typed = try request.form()
        let visitor = try request.signedIn()
        try request.checkMark(typed["csrf"])
        let fields = FormReading.fields(of: act, from: typed)
        let call = ActCall(act.kind, fields, by: visitor.performer(via: .page))
        let key = typed["idempotency-key"].flatMap { (1...200).contains($0.utf8.count) ? $0 : nil }
        let place = request.place(of: act, typed)
        do {
            if act.kind == InvitePerson.kind { return try await invite(call, request) }
            let answer = try await request.site.registry.perform(
                call, idempotencyKey: key)
            try await request.site.accounts.keepDraft([:], of: visitor.person, at: place)
            return done(answer, act, SiteRequest.next(after: act, typed), request)
        } catch let refusal as Refusal where refusal.kind != .notSignedIn && refusal.kind != .notFound {
            var form = try await request.form(act, values: typed)
            form.faults = Dictionary(refusal.faults.map { ($0.field, request.words($0.code, $0.values)) }) {
                first, _ in first
            }
            if let conflict = refusal.conflict {
                // Kept as it was typed, on what it was based on; sent again, it is sent in sight of both.
                try await request.site.accounts.keepDraft(
                    KeptDraft.typed(typed, for: act), of: visitor.person, at: place)
                form.values["version"] = conflict.current["version"]?.string ?? "none"
            }
            let problem = Problem(refusal, request.words)
            return request.page(try await page(form, refusal, request), status: problem.status)
        }
    }

    /// The same form, nothing done, with its structured texts as they will read.
    static func preview(_ request: SiteRequest) async throws -> SiteResponse {
        let act = try act(request)
        let typed = try request.form()
        _ = try request.signedIn()
        try request.checkMark(typed["csrf"])
        guard request.may(act) else { throw notAllowed(act, request) }
        var form = try await request.form(act, values: typed)
        form.showsPreview = true
        return request.page(try await page(form, nil, request))
    }

    private static func act(_ request: SiteRequest) throws -> any Act.Type {
        guard let act = Catalogue.standard[ActKind(rawValue: try request.parameter("name"))] else {
            throw Refusal("act.unknown", .notFound)
        }
        return act
    }

    private static func notAllowed(_ act: any Act.Type, _ request: SiteRequest) -> Refusal {
        let who = act.performers.compactMap { performer -> String? in
            if case .capacity(let capacity) = performer {
                request.words("capacity.\(capacity.rawValue)")
            } else {
                nil
            }
        }
        return Refusal("act.not-allowed", .notAllowed, ["capacities": request.words.list(who)])
    }

    /// To the object that the act was about, with a line that says what was done.
    private static func done(
        _ answer: JSONValue, _ act: any Act.Type, _ next: String?, _ request: SiteRequest
    ) -> SiteResponse {
        let objects = answer["objects"]?.array ?? []
        let shown = objects.compactMap { object -> String? in
            guard let type = object["type"]?.string, let id = object["id"]?.string else { return nil }
            let path = Route.object(type: type, id: id).path
            return path == "/record" ? nil : path
        }
        let preferred = objects.contains {
            $0["type"]?.string == "fulfilment" || $0["type"]?.string == "duty-event"
        }
        let assessment = shown.first { $0.hasPrefix("/assessments/") }
        // Whoever begins a letter goes on with it.
        let letter =
            act.kind == DraftCommunication.kind ? shown.first { $0.hasPrefix("/communications/") } : nil
        let path =
            letter ?? next ?? assessment ?? (preferred ? shown.last { $0.hasPrefix("/duties/") } : nil)
            ?? shown.first
            ?? "/record"
        let entry = answer["act"]?["id"]?.string ?? ""
        return SiteResponse.redirect(path: path).settingCookie("done", "\(act.kind.rawValue)~\(entry)")
    }

    private static func invite(_ call: ActCall, _ request: SiteRequest) async throws -> SiteResponse {
        let (_, token) = try await request.site.accounts.invite(call)
        return request.page(
            InvitationMadePage(
                path: Route.invitation(token.text).path, person: call.fields["person"]?.string ?? ""))
    }

    private static func page(
        _ form: ActForm, _ refusal: Refusal?, _ request: SiteRequest
    ) async throws -> ActPage {
        let described = try await request.site.registry.describedActs().first { $0.name == form.name }
        let about = try await request.aboutObject(form)
        return ActPage(
            form: form, problem: refusal.map { Problem($0, request.words) }, about: about?.title,
            aboutRoute: about?.route, paragraphs: described?.paragraphs ?? [],
            theirs: refusal?.conflict?.current.object.map(FormReading.values),
            starts: try await RecommendationStarts.read(form, request))
    }

    var part: SitePart { .other }
    func title(_ words: Words) -> String { words("act.\(form.name)") }

    func main(_ html: inout HTML, _ words: Words) {
        if words.has("act.\(form.name).help") { html.p(.class("lead"), text: words("act.\(form.name).help")) }
        if let about, let aboutRoute {
            html.p(.class("about")) { $0.a(.href(aboutRoute), text: about) }
        }
        if let problem { ProblemSummary(problem: problem, form: form).write(&html, words) }
        if form.showsPreview { TextPreview(form: form).write(&html, words) }
        if let theirs { ConflictTable(form: form, theirs: theirs).write(&html, words) }
        form.write(&html, words)
        starts?.write(&html, words)
    }
}

/// What was wrong, linked to the fields.
struct ProblemSummary {
    let problem: Problem
    let form: ActForm

    func write(_ html: inout HTML, _ words: Words) {
        html.div(.class("error-summary"), .role("alert"), .tabindex(-1), .data("focus")) { html in
            html.h2(text: words("form.problem"))
            html.p(text: problem.detail)
            if !problem.faults.isEmpty {
                html.ul { html in
                    for fault in problem.faults {
                        html.li {
                            $0.a(
                                .href("#\(anchor(fault.field))"),
                                text: words.of(words("\(form.name).\(fault.field)"), fault.message))
                        }
                    }
                }
            }
        }
    }

    private func anchor(_ field: String) -> String {
        let isWording = form.act.fields.contains {
            if $0.name == field, case .localized = $0.kind { true } else { false }
        }
        return isWording ? "field-\(field)-en" : "field-\(field)"
    }
}

/// Both versions side by side: what stands now, and what was typed.
struct ConflictTable {
    let form: ActForm
    let theirs: [String: String]

    func write(_ html: inout HTML, _ words: Words) {
        html.div(.class("table-box")) { html in
            html.table(.class("table conflict")) { html in
                html.caption(text: words("conflict.caption"))
                html.thead { html in
                    html.tr { html in
                        html.th(.scope("col"), text: words("conflict.field"))
                        html.th(.scope("col"), text: words("conflict.now"))
                        html.th(.scope("col"), text: words("conflict.yours"))
                    }
                }
                html.tbody(.data("list")) { html in
                    for name in compared {
                        html.tr { html in
                            html.th(.scope("row"), text: label(name, words))
                            html.td(text: said(theirs[Self.shown(name)], name, words))
                            html.td(text: said(mine[name], name, words))
                        }
                    }
                }
            }
        }
        html.p(text: words("conflict.what-to-do"))
        takeTheirs(&html, words)
    }

    /// The way to let go of what was typed.
    private func takeTheirs(_ html: inout HTML, _ words: Words) {
        guard form.answer != nil, let next = form.next else { return }
        html.element("form", [.method("post"), .action("/drafts/\(form.name)")]) { html in
            let hidden = [
                ("csrf", form.csrf), ("next", next), ("discard", "yes"),
                ("assessment", form.values["assessment"] ?? ""), ("question", form.values["question"] ?? ""),
            ]
            for (name, value) in hidden { html.input(.type("hidden"), .name(name), .value(value)) }
            html.p(.class("actions")) {
                $0.button(.type("submit"), .class("button"), text: words("conflict.take-theirs"))
            }
        }
    }

    /// What was typed, the boxes of an answer put together.
    private var mine: [String: String] {
        guard form.answer != nil else { return form.values }
        return FormReading.values(FormReading.fields(of: form.act, from: form.values))
    }

    /// A code in words.
    private func said(_ text: String?, _ name: String, _ words: Words) -> String {
        guard let text, let answer = form.answer else { return text ?? "" }
        guard name != "value" else {
            let names = Dictionary((answer.options + answer.outside).map { ($0.code, $0.name) }) { first, _ in
                first
            }
            return Pack.AnswerValue.chosen(in: text).map { chosen in
                [names[chosen.code] ?? chosen.code, chosen.date].compactMap { $0 }.joined(separator: " ")
            }.joined(separator: ", ")
        }
        guard let field = form.act.fields.first(where: { $0.name == name }), case .choice = field.kind else {
            return text
        }
        return words.first(of: "\(form.name).\(name).\(text)", "choice.\(text)")
    }

    /// A duty's wording is `text` to programs and `what` in the act; an answer's is its explanation.
    private static func shown(_ name: String) -> String {
        for prefix in ["what.", "explanation."] where name.hasPrefix(prefix) {
            return "text.\(name.dropFirst(prefix.count))"
        }
        return name
    }

    /// Of an answer whatever differs; else what both have.
    private var compared: [String] {
        if form.answer != nil {
            let kept: Set<String> = ["version", "assessment", "question"]
            let fields = form.act.fields.filter { $0.isSupplied && !kept.contains($0.name) }
            let mine = mine
            return fields.flatMap { field -> [String] in
                guard case .localized = field.kind else { return [field.name] }
                return ActForm.languages(of: mine, field.name).map { "\(field.name).\($0)" }
            }.filter { theirs[Self.shown($0)] ?? "" != mine[$0] ?? "" }
        }
        let typed = form.values.keys.filter { name in
            theirs[Self.shown(name)] != nil && name != "version" && name != "paragraph"
        }
        return typed.filter { theirs[Self.shown($0)] != form.values[$0] }.sorted()
    }

    private func label(_ name: String, _ words: Words) -> String {
        let parts = name.split(separator: ".").map(String.init)
        let label = words("\(form.name).\(parts[0])")
        return parts.count > 1 ? "\(label) (\(words("language.\(parts[1])")))" : label
    }
}
