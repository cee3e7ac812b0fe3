import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// The whole dialogue with one State (OP 10), as far as whoever looks may see it.
struct StateDialogue: Sendable {
    let assessments: [AssessmentView]
    let items: [ItemView]
    let times: [String: Instant]
    let themes: [NamedView]
    /// By assessment: each was rated on the scale of its own version.
    let scales: [String: ScaleWords]
    let timelineOf: StateTimeline
    let requests: [RequestView]
    let today: CalendarDate
    let withheld: [WithholdingView]
    let languages: [String]

    static func read(_ reader: Reader, _ state: String, _ languages: [String]) throws -> StateDialogue {
        let items = try reader.items(
            ofTypes: [
                .assessment, .finding, .recommendation, .position, .followUp, .notice, .measure,
                .communication,
            ],
            state: state)
        let assessments = items.compactMap(AssessmentView.init).sorted { $0.order > $1.order }
        let scales = try assessments.reduce(into: [String: ScaleWords]()) { scales, one in
            scales[one.id.rawValue] = ScaleWords(
                options: try reader.questionnaire(of: one)?.options ?? [], languages: languages)
        }
        let requests = try reader.requests(state: state)
        return StateDialogue(
            assessments: assessments, items: items, times: try reader.entryTimes(of: assessments.map(\.item)),
            themes: try reader.themes(), scales: scales,
            timelineOf: try timeline(reader, assessments, items, requests), requests: requests,
            today: reader.asOf.day,
            withheld: try reader.withholdings(state: state).filter { !$0.isLifted }, languages: languages)
    }

    private static func timeline(
        _ reader: Reader, _ assessments: [AssessmentView], _ items: [ItemView], _ requests: [RequestView]
    ) throws -> StateTimeline {
        let steps = Dictionary(grouping: try reader.timeline(of: assessments.map(\.id)), by: \.assessment)
        let measures = items.filter { $0.type == .measure || $0.type == .followUp }
        let times = try reader.entryTimes(of: measures)
        let dated = measures.compactMap { item in times[item.id]?.day.map { (item: item, day: $0) } }
        let asked = requests.compactMap { one in one.sentOn.map { (item: one.item, day: $0) } }
        let letters = items.compactMap { one -> (item: ItemView, day: CalendarDate)? in
            guard one.type == .communication, ["sent", "received"].contains(one.value),
                let day = one.text("datedOn").flatMap({ CalendarDate($0) })
            else { return nil }
            return (one, day)
        }
        return StateTimeline(
            cases: assessments.map { .init(assessment: $0, steps: steps[$0.id.rawValue] ?? []) },
            measures: dated + asked + letters, today: reader.asOf.day)
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("state.dialogue"), id: "dialogue") { html in
                if assessments.isEmpty, requests.isEmpty {
                    return html.add(EmptyState(words("state.no-dialogue")))
                }
                timelineOf.write(&html, words)
                html.add(timeline(words))
            })
        asked(&html, words)
        implementation(&html, words)
        open(&html, words)
        withholdings(&html, words)
    }

    /// What the Directorate asked outside assessments, for those who may see it.
    private func asked(_ html: inout HTML, _ words: Words) {
        guard !requests.isEmpty else { return }
        html.add(
            Section(words("requests.title"), id: "requests", aside: Link(words.number(requests.count))) {
                html in
                html.add(
                    RequestTable(requests: requests, states: nil, languages: languages, today: today)
                        .table(words, empty: ""))
            })
    }

    private func many(_ type: ItemType, of assessment: AssessmentView) -> Int {
        items.filter { $0.type == type && $0.assessment == assessment.id.rawValue }.count
    }

    private func timeline(_ words: Words) -> DataTable {
        DataTable(
            columns: [
                .init(words("state.assessment")), .init(words("board.stage")), .init(words("board.since")),
                .init(words("state.answer-by")), .init(words("case.findings"), isNumber: true),
                .init(words("case.recommendations"), isNumber: true),
            ],
            rows: assessments.map { one in
                [
                    DataTable.link(
                        one.title(words),
                        Route.stateAssessment(one.state, cycle: one.cycle).path),
                    DataTable.text(words("assessment.stage.\(one.stage.rawValue)")),
                    { html in
                        if let day = one.adoptedOn {
                            html.date(day, words)
                        } else if let since = times[one.id.rawValue].flatMap({ words.dateText($0) }) {
                            html.add(since)
                        } else {
                            html.span(.class("nothing"), text: "–")
                        }
                    },
                    DataTable.text(one.stateDueOn.map { words.date($0) } ?? "–"),
                    DataTable.text(words.number(many(.finding, of: one))),
                    DataTable.text(words.number(many(.recommendation, of: one))),
                ]
            }, empty: words("state.no-dialogue"))
    }

    /// By requirement, what was adopted first and what stands now: words of the scale, no averages.
    private func implementation(_ html: inout HTML, _ words: Words) {
        let positions = items.filter { $0.type == .position }
        guard !positions.isEmpty else { return }
        let cycles = Dictionary(
            assessments.map { ($0.id.rawValue, $0.order) }, uniquingKeysWith: { first, _ in first })
        func cycle(_ item: ItemView) -> Int { cycles[item.assessment] ?? 0 }
        html.add(
            Section(words("state.implementation"), id: "implementation") { html in
                html.add(
                    DataTable(
                        columns: [
                            .init(words("requirement.theme")), .init(words("case.requirement")),
                            .init(words("state.then")), .init(words("state.now")),
                        ],
                        rows: themes.flatMap { theme -> [[DataTable.Cell]] in
                            let own = Dictionary(
                                grouping: positions.filter { $0.theme == theme.code }, by: \.requirement)
                            return own.sorted { $0.key < $1.key }.map { requirement, all in
                                let ordered = all.sorted { cycle($0) < cycle($1) }
                                let then = ordered.count > 1 ? ordered.first : nil
                                return [
                                    { $0.wording(theme.name, languages, words) },
                                    DataTable.link(requirement, Route.requirement(requirement).path),
                                    cell(then), cell(ordered.last),
                                ]
                            }
                        }, empty: ""))
            })
    }

    private func cell(_ position: ItemView?) -> DataTable.Cell {
        guard let position else { return { $0.span(.class("nothing"), text: "–") } }
        let scale = scales[position.assessment] ?? ScaleWords(options: [], languages: languages)
        return { html in
            html.a(.class("bare"), .href(position.route)) { scale.write(position.value, &$0) }
        }
    }

    private func open(_ html: inout HTML, _ words: Words) {
        let followUps = items.filter { $0.type == .followUp }
        let isDone: Set<String> = ["implemented", "no-longer-relevant"]
        let open = items.filter { one in
            one.type == .recommendation
                && !followUps.contains { $0.parent == one.id && isDone.contains($0.value ?? "") }
        }
        guard !open.isEmpty else { return }
        html.add(
            Section(
                words("state.open-recommendations"), id: "recommendations",
                aside: Link(words.number(open.count))
            ) { html in
                html.add(
                    RecommendationTable(recommendations: open, followUps: followUps, languages: languages)
                        .table(words))
            })
    }

    /// For those who may see the whole; others learn of none.
    private func withholdings(_ html: inout HTML, _ words: Words) {
        guard !withheld.isEmpty else { return }
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        html.add(
            Section(words("state.withheld"), id: "withheld", aside: Link(words.number(withheld.count))) {
                html in
                html.add(
                    DataTable(
                        columns: [
                            .init(words("state.withheld-what")), .init(words("state.withheld-from")),
                            .init(words("case.reason")),
                        ],
                        rows: withheld.map { one in
                            [
                                byID[one.item].map { HTML.itemCell($0, languages, words) }
                                    ?? DataTable.text(words("type.item")),
                                DataTable.text(words("audience.\(one.from.code)")),
                                HTML.wordingCell(one.reason, languages, words),
                            ]
                        }, empty: ""))
            })
    }
}
