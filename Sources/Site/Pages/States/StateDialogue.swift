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
    let scale: ScaleWords
    let withheld: [WithholdingView]
    let languages: [String]

    static func read(_ reader: Reader, _ state: String, _ languages: [String]) throws -> StateDialogue {
        let items = try reader.items(
            ofTypes: [.assessment, .finding, .recommendation, .position, .followUp, .notice], state: state)
        let assessments = items.compactMap(AssessmentView.init).sorted { $0.cycle > $1.cycle }
        let options =
            try assessments.first.flatMap { try reader.questionnaire(of: $0) }?.options ?? []
        return StateDialogue(
            assessments: assessments, items: items, times: try reader.entryTimes(of: assessments.map(\.item)),
            themes: try reader.themes(), scale: ScaleWords(options: options, languages: languages),
            withheld: try reader.withholdings(state: state).filter { !$0.isLifted }, languages: languages)
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("state.dialogue"), id: "dialogue") { html in
                if assessments.isEmpty { return html.add(EmptyState(words("state.no-dialogue"))) }
                html.add(timeline(words))
            })
        implementation(&html, words)
        open(&html, words)
        withholdings(&html, words)
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
                        words("case.title", ["cycle": one.cycle]),
                        Route.stateAssessment(one.state, cycle: one.cycle).path),
                    DataTable.text(words("assessment.stage.\(one.stage.rawValue)")),
                    { html in
                        if let since = times[one.id.rawValue].flatMap({ words.dateText($0) }) {
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
            assessments.map { ($0.id.rawValue, $0.cycle) }, uniquingKeysWith: { first, _ in first })
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
        guard let position else { return scale.cell(nil) }
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
