import HTML
import Registry
import Words

/// What the State reported, an expert verified and the Committee adopted, beside one another by requirement.
///
/// A column is there where whoever looks sees anything of it; none takes the place of another.
struct ThreeValues {
    /// One requirement.
    struct Row: Sendable {
        let requirement: String
        /// The State's own answers to questions that rest on it.
        let reported: [ItemView]
        let verified: ItemView?
        let adopted: ItemView?
    }

    let rows: [Row]
    let scale: ScaleWords

    /// - Parameter rests: requirements by question.
    init(_ items: [ItemView], rests: [String: [String]], scale: ScaleWords) {
        self.scale = scale
        var reported: [String: [ItemView]] = [:]
        for answer in items where answer.type == .answer && answer.room == "state" && answer.value != nil {
            for requirement in rests[answer.question] ?? [] {
                reported[requirement, default: []].append(answer)
            }
        }
        let verified = Dictionary(
            RatingRow.rows(items).compactMap { row in row.counting.map { (row.requirement, $0) } }
        ) { first, _ in first }
        let adopted = Dictionary(items.filter { $0.type == .position }.map { ($0.requirement, $0) }) {
            $1
        }
        rows = Set(reported.keys).union(verified.keys).union(adopted.keys).sorted().map {
            Row(
                requirement: $0, reported: reported[$0] ?? [], verified: verified[$0], adopted: adopted[$0])
        }
    }

    func write(_ html: inout HTML, _ words: Words) {
        guard !rows.isEmpty else { return }
        html.add(
            Section(words("values.title"), id: "values", aside: Link(words.number(rows.count))) { html in
                html.p(.class("about"), text: words("values.lead"))
                html.add(
                    DataTable(
                        columns: [.init(words("case.requirement"))] + shown.map { .init(words($0.title)) },
                        rows: rows.map { row in
                            [DataTable.link(row.requirement, Route.requirement(row.requirement).path)]
                                + shown.map { column in cell(column.items(row)) }
                        }, empty: ""))
            })
    }

    private var shown: [(title: String, items: @Sendable (Row) -> [ItemView])] {
        let all: [(title: String, items: @Sendable (Row) -> [ItemView])] = [
            ("values.reported", { $0.reported }), ("values.verified", { [$0.verified].compactMap { $0 } }),
            ("values.adopted", { [$0.adopted].compactMap { $0 } }),
        ]
        return all.filter { column in rows.contains { !column.items($0).isEmpty } }
    }

    private func cell(_ items: [ItemView]) -> DataTable.Cell {
        guard !items.isEmpty else { return scale.cell(nil) }
        return { html in
            for item in items {
                html.div { html in
                    html.a(.class("bare"), .href(item.route)) { scale.write(item.value, &$0) }
                    if items.count > 1 { html.text(" "); html.span(.class("count"), text: item.question) }
                }
            }
        }
    }
}
