import HTML
import Mandate
import Registry
import Words

/// Narrows the record by kind of act and by days.
struct RecordFilterForm: Sendable {
    let filter: EntryFilter

    /// - Throws: `Refusal` for a day that is none; an empty box is no filter.
    init(_ request: SiteRequest) throws {
        func day(_ name: String) throws -> CalendarDate? {
            guard let text = request.query[name], !text.isEmpty else { return nil }
            guard let day = CalendarDate(text) else {
                throw Refusal("query.day", .incomplete, ["name": name])
            }
            return day
        }
        let kind = request.query["kind"].flatMap { $0.isEmpty ? nil : ActKind(rawValue: $0) }
        filter = EntryFilter(kind: kind, from: try day("from"), until: try day("until"))
    }

    /// The same with what follows in time.
    func route(before: String) -> Route {
        .recordOf([
            "kind": filter.kind?.rawValue ?? "", "from": filter.from?.description ?? "",
            "until": filter.until?.description ?? "", "before": before,
        ])
    }

    func write(_ html: inout HTML, _ words: Words) {
        let kinds = Catalogue.standard.all.map { (code: $0.kind, name: words("act.\($0.kind.rawValue)")) }
            .sorted { $0.name < $1.name }
        html.form(.class("filter"), .method("get"), .action(Route.record(before: nil))) { html in
            html.label(.for("kind"), text: words("record.kind"))
            html.select(.class("input short"), .id("kind"), .name("kind")) { html in
                html.option(.value(""), text: words("record.all-kinds"))
                for kind in kinds {
                    html.option(
                        .value(kind.code.rawValue), .selected(kind.code == filter.kind), text: kind.name)
                }
            }
            for (name, day) in [("from", filter.from), ("until", filter.until)] {
                html.span(.class("pair")) { html in
                    html.label(.for(name), text: words(name == "from" ? "record.from" : "record.until"))
                    html.input(.type("date"), .id(name), .name(name), .value(day?.description ?? ""))
                }
            }
            html.button(.type("submit"), .class("button"), text: words("form.show"))
        }
    }
}
