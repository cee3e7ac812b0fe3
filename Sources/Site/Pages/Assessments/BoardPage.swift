import Disclosure
import HTML
import Mandate
import Pack
import Record
import Registry
import Words

/// GET /assessments: every case that whoever looks may see, by stage; `?view=table` as a table.
struct BoardPage: Page {
    let cards: [BoardCard]
    let isTable: Bool
    let mayOpen: Bool
    /// Whose cases alone, by name; nil: everybody's.
    let ledBy: String?
    let isInside: Bool
    /// Whether they enter assessments from before the software.
    let mayEnterPast: Bool
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let languages = request.languages
        let lead = request.query["lead"]
        let (cards, names) = try await request.read { reader in
            (try BoardCard.all(reader, languages), try reader.peopleNames(lead.map { [$0] } ?? []))
        }
        return request.page(
            Self(
                cards: lead.map { lead in cards.filter { $0.assessment.lead == lead && !$0.isClosed } }
                    ?? cards,
                isTable: request.query["view"] == "table",
                mayOpen: request.may(OpenAssessment.self) && request.query["as-of"] == nil,
                ledBy: lead.map { names[$0] ?? "–" }, isInside: request.viewer.audience == .directorate,
                mayEnterPast: request.may(EnterHistoricAssessment.self) && request.query["as-of"] == nil,
                languages: languages))
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("board.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("board-head")) { html in
            html.span(.class("count"), text: words("board.count", ["count": cards.count]))
            html.text(" ")
            if let ledBy {
                html.text(words("board.led-by", ["name": ledBy]) + " ")
                html.a(.href(Route.assessments(asTable: false)), text: words("board.all"))
            } else {
                html.a(
                    .href(Route.assessments(asTable: !isTable)),
                    text: words(isTable ? "board.as-columns" : "board.as-table"))
            }
            if isInside {
                html.text(" ")
                html.a(.href(Route.workload), text: words("workload.title"))
                html.text(" ")
                html.a(.href(Route.agreement), text: words("agreement.title"))
                html.text(" ")
                html.a(.href(Route.calibrations), text: words("calibrations.title"))
            }
            if mayEnterPast {
                html.text(" ")
                html.a(.href(Route.history), text: words("past.title"))
            }
            if mayOpen {
                html.text(" ")
                html.a(
                    .class("button"), .href(Route.act("open-assessment")), text: words("act.open-assessment"))
            }
        }
        if cards.isEmpty { return html.add(EmptyState(words("board.empty"))) }
        if isTable { table(&html, words) } else { columns(&html, words) }
    }

    /// The stages with how many stand at each and how many of them are late, as the way to those out of sight.
    private func stages(_ shown: [(AssessmentStage, [BoardCard])], _ html: inout HTML, _ words: Words) {
        html.element("nav", [.class("board-stages"), .ariaLabel(words("board.stages"))]) { html in
            html.ul { html in
                for (stage, own) in shown where !own.isEmpty {
                    let late = own.count(where: \.isLate)
                    html.li { html in
                        html.a(
                            .href("#stage-\(stage.rawValue)"),
                            text: words("assessment.stage.\(stage.rawValue)"))
                        html.text(" \(words.number(own.count))")
                        guard late > 0 else { return }
                        html.text(" ")
                        html.add(Tag(words("board.late", ["count": late]), .strong))
                    }
                }
            }
        }
    }

    private func columns(_ html: inout HTML, _ words: Words) {
        let byStage = Dictionary(grouping: cards, by: \.assessment.stage)
        stages(AssessmentStage.allCases.map { ($0, byStage[$0] ?? []) }, &html, words)
        html.div(.class("board"), .role("region"), .tabindex(0), .ariaLabel(words("board.title"))) { html in
            for stage in AssessmentStage.allCases {
                let own = byStage[stage] ?? []
                guard !own.isEmpty || stage != .returned else { continue }
                html.section(.class("board-column"), .id("stage-\(stage.rawValue)")) { html in
                    html.h2 { html in
                        html.text(words("assessment.stage.\(stage.rawValue)") + " ")
                        html.span(.class("count"), text: words.number(own.count))
                    }
                    html.ul(.class("plain")) { html in
                        for card in own { html.li { card.write(&$0, words) } }
                    }
                }
            }
        }
    }

    private func table(_ html: inout HTML, _ words: Words) {
        html.add(
            DataTable(
                columns: [
                    .init(words("board.state")), .init(words("board.cycle"), isNumber: true),
                    .init(words("board.stage")), .init(words("board.since")),
                    .init(words("board.days"), isNumber: true), .init(words("board.limit")),
                    .init(words("case.lead")),
                ],
                rows: cards.map { card in
                    [
                        DataTable.link(card.state, card.route.path),
                        DataTable.text(words.number(card.assessment.cycle)),
                        DataTable.text(words("assessment.stage.\(card.assessment.stage.rawValue)")),
                        DataTable.text(card.since.map { words.date($0) } ?? "–"),
                        DataTable.text(card.days.map { words.number($0) } ?? "–"),
                        { html in
                            if let due = card.due {
                                html.add(words.deadline(due, today: card.today, isOpen: true))
                            } else {
                                html.span(.class("nothing"), text: "–")
                            }
                        }, DataTable.text(card.lead ?? "–"),
                    ]
                }, empty: words("board.empty")))
    }
}

/// One case on the board: whose, since when at its stage, until when, and who leads it.
struct BoardCard: Sendable {
    let assessment: AssessmentView
    let state: String
    let since: CalendarDate?
    let due: CalendarDate?
    let lead: String?
    let today: CalendarDate

    var route: Route { .stateAssessment(assessment.state, cycle: assessment.cycle) }
    var isClosed: Bool { assessment.stage == .closed }
    var days: Int? { since.map { $0.days(until: today) } }
    var isLate: Bool { due.map { $0 < today } ?? false }

    /// The limit of the pack that runs at a stage.
    private static let limits: [AssessmentStage: String] = [
        .preparing: "assessment-preparing", .withState: "overview-feedback", .revised: "assessment-revised",
        .secondRead: "assessment-second-read", .approved: "assessment-approved", .submitted: "silence",
    ]

    /// All that the viewer may see, by the names of the States, then cycles; a few statements however many.
    static func all(_ reader: Reader, _ languages: [String]) throws -> [BoardCard] {
        let assessments = try reader.assessments()
        guard !assessments.isEmpty else { return [] }
        let times = try reader.entryTimes(of: assessments.map(\.item))
        let people = try reader.peopleNames(assessments.map(\.lead))
        let byState = Dictionary(grouping: assessments, by: \.state)
        return try reader.states(orderedIn: languages[0]).flatMap { state in
            (byState[state.code] ?? []).map { one in
                let since = (one.stageSince ?? times[one.id.rawValue]).flatMap(\.day)
                return BoardCard(
                    assessment: one, state: state.name.text(in: languages)?.text ?? state.code, since: since,
                    due: due(one, since, reader.pack), lead: people[one.lead], today: reader.asOf.day)
            }
        }
    }

    private static func due(_ one: AssessmentView, _ since: CalendarDate?, _ pack: Pack?) -> CalendarDate? {
        if one.stage == .withState, let due = one.stateDueOn { return due }
        guard let since, let pack, let limit = limits[one.stage].flatMap({ pack.stageLimit($0) }) else {
            return nil
        }
        return pack.deadline(of: limit, from: since)
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.div(.class("board-card")) { html in
            html.a(.class("what"), .href(route), text: state)
            html.span(.class("about"), text: assessment.title(words))
            if let lead { html.span(.class("about"), text: lead) }
            if let days { html.span(.class("about"), text: words("board.days-in-stage", ["count": days])) }
            if let due { html.add(words.deadline(due, today: today, isOpen: true)) }
        }
    }
}
