import Disclosure
import HTML
import Record
import Registry
import Words

/// The files attached to one thing: name, kind and size, who attached them and when, who has them.
struct EvidenceList: Sendable {
    let items: [ItemView]
    let names: [String: String]
    let times: [String: Instant]
    let state: String
    let languages: [String]
    /// To which thing whoever looks may attach another.
    let attachTo: String?
    /// What they may take back, and the page to which that leads back.
    var takingBack: (files: Set<String>, next: Route)?

    static func read(
        _ reader: Reader, _ under: [ItemView], state: String, attachTo: String?, _ languages: [String]
    ) throws -> EvidenceList {
        let items = under.filter { $0.type == .evidence }
        return EvidenceList(
            items: items, names: try reader.peopleNames(items.map(\.author)),
            times: try reader.entryTimes(of: items), state: state, languages: languages, attachTo: attachTo)
    }

    /// The same with what whoever looks may take back.
    func takingBack(_ request: SiteRequest, from parent: ItemView, _ frame: CaseFrame?) -> EvidenceList {
        var copy = self
        let files = items.filter { Evidence.mayTakeBack(request, $0, from: parent, frame) }
        copy.takingBack = (Set(files.map(\.id)), parent.route)
        return copy
    }

    func write(_ html: inout HTML, _ words: Words) {
        guard !items.isEmpty || attachTo != nil else { return }
        html.add(
            Section(words("evidence.title"), id: "evidence") { html in
                if !items.isEmpty { table(&html, words) }
                guard let attachTo else { return }
                html.p(.class("actions")) {
                    $0.a(.class("button"), .href(Route.attach(to: attachTo)), text: words("evidence.add"))
                }
            })
    }

    func table(_ html: inout HTML, _ words: Words) {
        let columns = [
            DataTable.Column(words("evidence.file")), DataTable.Column(words("evidence.about")),
            DataTable.Column(words("evidence.by")), DataTable.Column(words("evidence.with")),
        ]
        html.add(
            DataTable(
                caption: words("evidence.caption"), columns: columns, rows: items.map { row($0, words) },
                empty: words("evidence.none")))
    }

    private func row(_ item: ItemView, _ words: Words) -> [DataTable.Cell] {
        [
            { html in
                html.a(.href(item.route)) { $0.wording(item.body, languages, words) }
                html.p(.class("about")) { FileLine(item: item).write(&$0, words) }
                if let takingBack, takingBack.files.contains(item.id) {
                    CaseActs.buttons(
                        [TakeBackFile.kind.rawValue], ["evidence": item.id], next: takingBack.next, &html,
                        words)
                }
            },
            { html in
                html.span { html in
                    if let source = item.note { html.wording(source, languages, words) }
                    guard let day = item.text("datedOn") else { return }
                    html.text(item.note == nil ? "" : " · ")
                    html.text(words("evidence.dated", ["date": words.due(day)]))
                }
            },
            DataTable.text(
                [names[item.author], times[item.id].flatMap(\.day).map { words.date($0) }]
                    .compactMap { $0 }.joined(separator: " · ")),
            DataTable.text(open(item, words)),
        ]
    }

    private func open(_ item: ItemView, _ words: Words) -> String {
        guard let reach = item.reach else { return "–" }
        let inside = reach.isWithDirectorate ? [words("audience.directorate")] : []
        let committee = reach.isWithCommittee ? [words("audience.committee")] : []
        return words.list(inside + committee + (reach.isWithState ? [state] : []))
    }
}

/// A file to be had: its name, kind and size.
struct FileLine {
    let item: ItemView

    func write(_ html: inout HTML, _ words: Words) {
        guard let file = item.file else { return html.text(words("evidence.erased")) }
        html.a(.href(Route.file(item.id)), text: file.name)
        html.text(" · \(words("file.format.\(file.format.rawValue)")) · \(Self.size(file.size, words))")
    }

    static func size(_ bytes: Int, _ words: Words) -> String {
        bytes < 1_000_000
            ? words("file.kilobytes", ["count": words.number(max(1, (bytes + 500) / 1_000))])
            : words("file.megabytes", ["count": words.number((bytes + 500_000) / 1_000_000)])
    }
}
