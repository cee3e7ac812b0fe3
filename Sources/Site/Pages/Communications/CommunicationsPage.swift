import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /communications: the register of letters and notes verbales: for Directorate and Committee what is theirs to see,
/// for a State those to and from it. Narrowed by State, case, direction, office and status.
struct CommunicationsPage: Page {
    let letters: [ItemView]
    let names: [String: LocalizedWording]
    let states: [NamedView]
    let filter: [String: String]
    /// The case that the register is narrowed to, if it may be seen.
    let frame: CaseFrame?
    let languages: [String]
    let acts: [String]

    /// Parameters that narrow the register, and what each compares.
    private static let filters = ["state", "direction", "office", "status", "assessment"]
    private static let statuses = [
        "draft", "awaiting-signature", "signed", "sent", "received", "withdrawn",
    ]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try request.requireReachSeen()
        let languages = request.languages
        let filter = request.query.filter { filters.contains($0.key) && !$0.value.isEmpty }
        let isPast = request.query["as-of"] != nil
        let acts = [DraftCommunication.kind, RecordCommunication.kind].filter { kind in
            !isPast && Catalogue.standard[kind].map { request.may($0) } ?? false
        }.map(\.rawValue)
        let page = try await request.read { reader in
            let all = try reader.items(.communication)
            let shown = all.filter { passes($0, filter) }.sorted { left, right in
                (left.text("datedOn") ?? "~", left.text("reference") ?? "", left.id)
                    > (right.text("datedOn") ?? "~", right.text("reference") ?? "", right.id)
            }
            let codes = Set(all.map(\.state))
            return Self(
                letters: shown, names: try reader.names(of: "letter"),
                states: try reader.states(orderedIn: languages[0]).filter { codes.contains($0.code) },
                filter: filter,
                frame: try filter["assessment"].flatMap { try reader.assessment(AssessmentID($0)) }
                    .flatMap { try CaseFrame.read(reader, $0, languages) },
                languages: languages, acts: acts)
        }
        return request.page(page)
    }

    private static func passes(_ letter: ItemView, _ filter: [String: String]) -> Bool {
        filter.allSatisfy { name, value in
            switch name {
            case "state": letter.state == value
            case "assessment": letter.assessment == value
            case "status": letter.value == value
            default: letter.text(name) == value
            }
        }
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("communications.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { frame?.breadcrumb(words, isInside: true) ?? [] }

    private var assessment: AssessmentView? { frame?.assessment }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("communications.lead"))
        let known = [
            "state": assessment?.state ?? filter["state"], "assessment": assessment?.id.rawValue,
        ].compactMapValues { $0 }
        CaseActs.buttons(acts, known, next: .communications([:]), &html, words)
        narrowing(&html, words)
        html.add(
            DataTable(
                columns: [
                    .init(words("communication.reference")), .init(words("communication.date")),
                    .init(words("communication.state")), .init(words("communication.what")),
                    .init(words("communication.office")), .init(words("item.status")),
                ], rows: letters.map { row($0, words) }, empty: words("communications.empty")))
    }

    private func row(_ letter: ItemView, _ words: Words) -> [DataTable.Cell] {
        let state = states.first { $0.code == letter.state }?.name.text(in: languages)?.text
        return [
            DataTable.link(
                letter.text("reference") ?? words("communication.no-number"),
                Route.communication(letter.id).path),
            DataTable.text(
                letter.text("datedOn").flatMap { CalendarDate($0) }.map { words.date($0) } ?? "–"),
            DataTable.text(state ?? letter.state),
            { html in
                html.text(words("communication.direction.\(letter.text("direction") ?? "out")"))
                html.text(" · ")
                what(letter, &html, words)
            },
            DataTable.text(words("audience.\(letter.text("office") ?? "directorate")")),
            HTML.wordCell(words.status(of: letter)),
        ]
    }

    /// What it is by the pack's name for its text, or what it says.
    private func what(_ letter: ItemView, _ html: inout HTML, _ words: Words) {
        if let name = letter.text("template").flatMap({ names[$0] }) {
            return html.wording(name, languages, words)
        }
        html.text(words("choice.\(letter.text("form") ?? "letter")"))
        if let text = letter.body?.text(in: languages) {
            html.text(": ")
            html.span(.lang(text.language), text: text.text.shortened(to: 90))
        }
    }

    private func narrowing(_ html: inout HTML, _ words: Words) {
        html.form(.class("filter"), .method("get"), .action(Route.communications([:]))) { html in
            if let assessment {
                html.input(.type("hidden"), .name("assessment"), .value(assessment.id.rawValue))
            }
            select(
                "state", words("communication.state"),
                states.map { ($0.code, $0.name.text(in: languages)?.text ?? $0.code) }, &html, words)
            select(
                "direction", words("communication.direction"),
                ["out", "in"].map { ($0, words("communication.direction.\($0)")) }, &html, words)
            select(
                "office", words("communication.office"),
                ["directorate", "committee"].map { ($0, words("audience.\($0)")) }, &html, words)
            select(
                "status", words("item.status"),
                Self.statuses.map { ($0, words("communication.status.\($0)")) }, &html, words)
            html.button(.type("submit"), .class("button"), text: words("form.show"))
        }
    }

    private func select(
        _ name: String, _ label: String, _ choices: [(code: String, name: String)], _ html: inout HTML,
        _ words: Words
    ) {
        html.span(.class("pair")) { html in
            html.label(.for(name), text: label)
            html.select(.class("input short"), .id(name), .name(name)) { html in
                html.option(.value(""), text: words("communications.all"))
                for choice in choices {
                    html.option(
                        .value(choice.code), .selected(choice.code == filter[name]), text: choice.name)
                }
            }
        }
    }
}
