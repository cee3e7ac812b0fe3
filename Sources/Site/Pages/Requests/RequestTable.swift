import Disclosure
import HTML
import Mandate
import Registry
import Words

/// Requests for information in a table: on their list and on the page of a State.
struct RequestTable: Sendable {
    let requests: [RequestView]
    /// Names of States by code; nil where the page is one State's.
    let states: [String: LocalizedWording]?
    let languages: [String]
    let today: CalendarDate

    func table(_ words: Words, empty: String) -> DataTable {
        let state: [DataTable.Column] = states == nil ? [] : [.init(words("communication.state"))]
        return DataTable(
            columns: [.init(words("request.subject"))] + state + [
                .init(words("item.status")), .init(words("request.sent-on")), .init(words("request.due-on")),
                .init(words("request.replies"), isNumber: true),
            ], rows: requests.map { row($0, words) }, empty: empty)
    }

    private func row(_ one: RequestView, _ words: Words) -> [DataTable.Cell] {
        let state: [DataTable.Cell] =
            states.map { [HTML.wordingCell($0[one.item.state], languages, words)] } ?? []
        let replied = one.points.filter { $0.reply != nil }.count
        return [HTML.itemCell(one.item, languages, words)] + state + [
            HTML.wordCell(words.status(of: one.item)),
            DataTable.text(one.sentOn.map { words.date($0) } ?? "–"),
            { html in
                guard let due = one.dueOn else { return html.span(.class("nothing"), text: "–") }
                html.add(words.deadline(due, today: today, isOpen: one.isOpen))
            },
            DataTable.text(
                words(
                    "request.progress",
                    ["done": words.number(replied), "total": words.number(one.points.count)])),
        ]
    }
}
