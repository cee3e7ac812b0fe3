import HTML
import Mandate
import Registry
import Words

/// What each reader rated, beside one another; only for those who see ratings at all.
struct RatingsSection {
    let items: [ItemView]
    let frame: CaseFrame

    func write(_ html: inout HTML, _ words: Words) {
        let rows = RatingRow.rows(items)
        guard !rows.isEmpty else { return }
        html.add(
            Section(words("case.ratings"), id: "ratings", aside: Link(words.number(rows.count))) { html in
                html.add(
                    DataTable(
                        columns: [
                            .init(words("case.requirement")), .init(words("case.first-rating")),
                            .init(words("case.second-rating")), .init(words("case.settled-rating")),
                            .init(words("case.difference")),
                        ],
                        rows: rows.map { row in
                            [
                                DataTable.link(row.requirement, Route.requirement(row.requirement).path),
                                cell(row.first), cell(row.second), cell(row.settled),
                                DataTable.text(row.isOpen ? words("case.differs") : ""),
                            ]
                        }, empty: ""))
            })
    }

    private func cell(_ rating: ItemView?) -> DataTable.Cell {
        guard let rating else { return frame.scale.cell(nil) }
        return { html in
            html.a(.class("bare"), .href(rating.route)) { frame.scale.write(rating.value, &$0) }
        }
    }
}

/// Recommendations, each with where its carrying out stands.
struct RecommendationTable {
    let recommendations: [ItemView]
    let followUps: [ItemView]
    let languages: [String]

    func table(_ words: Words) -> DataTable {
        DataTable(
            columns: [
                .init(words("case.recommendation")), .init(words("case.addressee")),
                .init(words("case.priority")), .init(words("case.requirement")),
                .init(words("case.follow-up")),
            ],
            rows: recommendations.map { one in
                [
                    HTML.itemCell(one, languages, words), HTML.wordingCell(one.note, languages, words),
                    HTML.wordCell(words.status(of: one)),
                    DataTable.link(one.requirement, Route.requirement(one.requirement).path),
                    HTML.wordCell(words.status(of: followUps.last { $0.parent == one.id })),
                ]
            }, empty: words("case.no-recommendations"))
    }
}

/// The day by which the State answers, with its distance while it still waits.
struct CaseDeadline {
    let due: CalendarDate
    let frame: CaseFrame

    func deadline(_ words: Words) -> Deadline {
        words.deadline(due, today: frame.today, isOpen: frame.assessment.stage == .withState)
    }
}

extension Words {
    /// A date of a case with its distance; settled where the step is over.
    func deadline(_ due: CalendarDate, today: CalendarDate, isOpen: Bool) -> Deadline {
        let days = today.days(until: due)
        let nearness: Deadline.Nearness = !isOpen ? .settled : days < 0 ? .late : days <= 7 ? .soon : .far
        return Deadline(
            DateText(date(due), iso: due.description), distance: isOpen ? deadline(days: days) : "", nearness)
    }
}
