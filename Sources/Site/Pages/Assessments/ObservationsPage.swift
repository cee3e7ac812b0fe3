import HTML
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}/observations: what the State says of the draft, and what came of it.
struct ObservationsPage: Page {
    let frame: CaseFrame
    let observations: [ItemView]
    let decisions: [ItemView]
    /// What the State says it does, and words that changed, each under its observation.
    let under: [String: [ItemView]]
    /// What an observation can be about.
    let about: [ItemView]
    let mayDecide: Bool
    let mayDraft: Bool
    let acts: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let page = try await request.read { reader -> Self? in
            guard let frame = try CaseFrame.read(reader, request) else { return nil }
            let items = try reader.items(of: frame.assessment.id.rawValue)
            let stage = frame.assessment.stage
            let isOpen = !frame.isPast && CaseActs.isOwn(request, frame)
            return Self(
                frame: frame, observations: items.filter { $0.type == .observation },
                decisions: items.filter { $0.type == .decision },
                under: Dictionary(
                    grouping: items.filter { [.step, .rewording].contains($0.type) }, by: \.parent),
                about: items.filter { [.overview, .finding, .recommendation].contains($0.type) },
                mayDecide: isOpen && request.may(DecideObservation.self)
                    && AssessmentStage.drafting.contains(stage),
                mayDraft: isOpen && request.may(DraftObservation.self) && stage == .withState,
                acts: CaseActs.possible(request, frame, items).filter {
                    $0 == "send-observations" || $0 == "revise-assessment"
                })
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("observations.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: true) }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("observations.lead"))
        CaseActs.buttons(
            acts, ["assessment": frame.assessment.id.rawValue], next: frame.observations, &html, words)
        html.add(
            DataTable(
                columns: [
                    .init(words("observations.comment")), .init(words("observations.about")),
                    .init(words("observations.decision")), .init(words("observations.reason")),
                    .init(words("observations.wording")),
                ], rows: observations.map { row($0, words) }, empty: words("observations.none")))
        if mayDraft { subjects(&html, words) }
    }

    private func row(_ one: ItemView, _ words: Words) -> [DataTable.Cell] {
        let decision = decisions.last { $0.parent == one.id }
        return [
            { html in
                let said =
                    one.value == "none" ? words("observations.none-made") : one.label(frame.languages, words)
                html.add(Link(said, href: one.route.path))
                if one.reach?.isWithDirectorate == false {
                    html.text(" "); html.add(Tag(words("observations.unsent")))
                }
                if let position = one.text("position") {
                    html.p(.class("about"), text: words("choice.\(position)"))
                }
                for step in under[one.id] ?? [] where step.type == .step {
                    StepLines(step: step, languages: frame.languages).write(&html, words)
                }
            },
            { subject(of: one, &$0, words) },
            { html in
                if let outcome = words.status(of: decision) {
                    html.text(outcome)
                } else if mayDecide, one.value != "none" {
                    html.a(
                        .href(
                            CaseActs.address(
                                "decide-observation", ["observation": one.id], next: frame.observations)),
                        text: words("act.decide-observation"))
                } else {
                    html.span(.class("nothing"), text: "–")
                }
            },
            { html in
                guard let decision else { return html.span(.class("nothing"), text: "–") }
                html.structuredWords(decision.body, frame.languages, words)
            },
            { html in
                guard let rewording = under[one.id]?.first(where: { $0.type == .rewording }) else {
                    return html.span(.class("nothing"), text: "–")
                }
                RewordingLines(rewording: rewording, languages: frame.languages).write(&html, words)
            },
        ]
    }

    /// What is observed upon: the sentence quoted, or the thing's own words.
    private func subject(of one: ItemView, _ html: inout HTML, _ words: Words) {
        if let quoted = one.note { html.q { $0.wording(quoted, frame.languages, words) } }
        guard let item = about.first(where: { $0.id == one.parent }) else {
            if one.note == nil { html.span(.class("nothing"), text: "–") }
            return
        }
        html.div(.class("about")) {
            $0.add(
                Link(
                    one.note == nil
                        ? item.label(frame.languages, words) : words("type.\(item.type.rawValue)"),
                    href: item.route.path))
        }
    }

    /// Everything of the draft that can be observed upon, with the way to do so.
    private func subjects(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("observations.draft"), id: "draft") { html in
                html.add(
                    DataTable(
                        columns: [.init(words("observations.what")), .init(words("observations.write"))],
                        rows: about.map { item in
                            [
                                HTML.itemCell(item, frame.languages, words),
                                DataTable.link(
                                    words("act.draft-observation"),
                                    CaseActs.address(
                                        "draft-observation", ["about": item.id], next: frame.observations)),
                            ]
                        }, empty: words("observations.nothing-sent")))
            })
    }
}
