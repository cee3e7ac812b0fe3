import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /circulations/{id}: a paper before the Committee; for the Committee and its secretariat alone.
struct CirculationPage: Page {
    /// A hold or an objection, with the acts on it.
    struct Objection: Sendable {
        let item: ItemView
        let isOwn: Bool
        let entries: [EntryView]
    }

    let circulation: ItemView
    let state: String
    let isBeforeCommittee: Bool
    let objections: [Objection]
    let may: Set<String>
    let languages: [String]
    let today: CalendarDate
    let isPast: Bool
    let history: [EntryView]

    private static let acts: [any Act.Type] = [
        RecordNoObjection.self, AdoptAssessment.self, PlaceHold.self, RaiseObjection.self,
        LiftObjection.self, ExtendCirculation.self, ReturnAssessment.self,
    ]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let may = Set(acts.filter { request.may($0) }.map { $0.kind.rawValue })
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.item(.circulation, id) else { return nil }
            let objections = try reader.items(under: id, .objection).map {
                Objection(
                    item: $0, isOwn: !$0.author.isEmpty && $0.author == reader.viewer.person,
                    entries: try reader.history(of: ObjectReference(Kind.Objection.type, $0.id), limit: 10))
            }
            return Self(
                circulation: one, state: try reader.stateName(one.state, languages),
                isBeforeCommittee: try reader.assessment(AssessmentID(one.assessment))?.stage == .submitted,
                objections: objections, may: may, languages: languages, today: reader.asOf.day,
                isPast: reader.asOf.isPast,
                history: try reader.history(of: ObjectReference(Kind.Circulation.type, id), limit: 50))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String {
        words("circulation.title", ["symbol": circulation.text("symbol") ?? "–", "state": state])
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("circulations.title"), route: .circulations),
            Crumb(title: state, route: .state(circulation.state)),
        ]
    }

    private var deadline: CalendarDate? { circulation.text("deadline").flatMap { CalendarDate($0) } }
    private var hasEnded: Bool { circulation.value == "ended" }
    private var isTimeOver: Bool { deadline.map { today > $0 } ?? false }
    private var standing: [Objection] { objections.filter { $0.item.value == "placed" } }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { html in
            html.span(.class("tag"), text: words("circulation.status.\(hasEnded ? "ended" : "running")"))
            if let outcome = circulation.text("outcome") {
                html.text(" ")
                html.span(.class("tag"), text: words("circulation.outcome.\(outcome)"))
            }
        }
        facts(&html, words)
        actions(&html, words)
        objectionList(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func facts(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            fact("circulation.symbol", &html, words) { $0.text(circulation.text("symbol") ?? "–") }
            fact("circulation.of", &html, words) { html in
                html.a(
                    .href(Route.object(type: ItemType.assessment.rawValue, id: circulation.assessment)),
                    text: words("circulation.assessment-of", ["state": state]))
            }
            fact("circulation.deadline", &html, words) { html in
                CirculationDeadline(circulation: circulation, today: today).write(&html, words)
            }
            fact("circulation.extended", &html, words) {
                let isExtended = circulation.text("extended") == "yes"
                $0.text(words("circulation.\(isExtended ? "was" : "not")-extended"))
            }
        }
    }

    private func fact(
        _ key: String, _ html: inout HTML, _ words: Words, _ content: (inout HTML) -> Void
    ) {
        html.div { html in
            html.dt(text: words(key))
            html.dd(content: content)
        }
    }

    /// What may be done now, most pressing first.
    private var possible: [String] {
        guard !isPast else { return [] }
        var acts: [String] = []
        if hasEnded {
            if circulation.text("outcome") == "no-objection", isBeforeCommittee {
                acts.append("adopt-assessment")
            }
        } else {
            if isTimeOver, standing.isEmpty { acts.append("record-no-objection") }
            acts += ["place-hold", "raise-objection", "extend-circulation"]
            if isBeforeCommittee, !standing.isEmpty { acts.append("return-assessment") }
        }
        return acts.filter(may.contains)
    }

    private func actions(_ html: inout HTML, _ words: Words) {
        if !possible.isEmpty {
            html.p(.class("actions")) { html in
                for act in possible {
                    let isFirst = act == "record-no-objection" || act == "adopt-assessment"
                    html.a(
                        .class(isFirst ? "button primary" : "button"), .href(address(of: act)),
                        text: words("act.\(act)"))
                }
            }
        }
        if let why = whyNotYet(words) { html.p(.class("who-may"), text: why) }
    }

    private func address(of act: String) -> String {
        let isOfCase = act == "adopt-assessment" || act == "return-assessment"
        let about = isOfCase ? "assessment=\(circulation.assessment)" : "circulation=\(circulation.id)"
        return "/acts/\(act)?\(about)&next=\(FormEncoding.encode(Route.circulation(circulation.id).path))"
    }

    private func whyNotYet(_ words: Words) -> String? {
        if hasEnded {
            return circulation.text("outcome") == "no-objection" && isBeforeCommittee
                && !possible.contains("adopt-assessment") ? words("circulation.awaits-adoption") : nil
        }
        if !standing.isEmpty { return words("circulation.why-objection", ["count": standing.count]) }
        guard isTimeOver else {
            return words("circulation.why-time", ["date": deadline.map(words.date) ?? "–"])
        }
        return possible.contains("record-no-objection") ? nil : words("circulation.awaits-secretary")
    }

    private func objectionList(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("circulation.objections"))
            if objections.isEmpty {
                return html.p(.class("empty"), text: words("circulation.no-objections"))
            }
            html.ul(.class("plain")) { html in
                for one in objections { html.li(.data("row")) { write(one, &$0, words) } }
            }
        }
    }

    private func write(_ one: Objection, _ html: inout HTML, _ words: Words) {
        html.strong(text: words("objection.sort.\(one.item.text("sort") ?? "objection")"))
        html.text(" ")
        html.span(.class("tag"), text: words("objection.status.\(one.item.value ?? "placed")"))
        if one.item.body != nil { html.p { $0.wording(one.item.body, languages, words) } }
        for entry in one.entries { html.div { EntryLine(entry: entry).write(&$0, words) } }
        guard one.isOwn, one.item.value == "placed", may.contains("lift-objection"), !isPast else { return }
        let next = FormEncoding.encode(Route.circulation(circulation.id).path)
        html.p(.class("actions")) { html in
            html.a(
                .class("button"), .href("/acts/lift-objection?objection=\(one.item.id)&next=\(next)"),
                text: words("act.lift-objection"))
        }
    }
}
