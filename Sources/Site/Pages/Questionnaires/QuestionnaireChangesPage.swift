import HTML
import Registry
import Words

/// GET /questionnaires/{code}/changes?from=&to=: what became of each question between two versions.
struct QuestionnaireChangesPage: Page {
    let questionnaire: QuestionnaireView
    /// Nil where there is but one version.
    let between: (from: String, to: String)?
    let changes: [QuestionChange]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let (from, to) = (request.query["from"], request.query["to"])
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let questionnaire = try reader.questionnaire(code) else { return nil }
            guard let between = versions(of: questionnaire, from: from, to: to) else {
                return from == nil && to == nil
                    ? Self(questionnaire: questionnaire, between: nil, changes: [], languages: languages)
                    : nil
            }
            return Self(
                questionnaire: questionnaire, between: between,
                changes: try reader.changes(
                    of: code, from: between.from,
                    to: questionnaire.editions.contains { $0.version == between.to } ? between.to : nil),
                languages: languages)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// Without a wish the last two; the one that awaits the Committee is the last.
    private static func versions(of questionnaire: QuestionnaireView, from: String?, to: String?) -> (
        from: String, to: String
    )? {
        var known = questionnaire.editions.map(\.version)
        if questionnaire.edition == nil { known.insert(questionnaire.version, at: 0) }
        let later = to ?? known.first ?? ""
        guard let place = known.firstIndex(of: later) else { return nil }
        guard let from else {
            return place + 1 < known.count ? (known[place + 1], later) : nil
        }
        return questionnaire.editions.contains { $0.version == from } && from != later ? (from, later) : nil
    }

    var part: SitePart { .requirements }
    private var name: String { questionnaire.name.text(in: languages)?.text ?? questionnaire.code }
    func title(_ words: Words) -> String { words("changes.title", ["name": name]) }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("requirements.title"), route: .requirements(theme: nil)),
            Crumb(title: name, route: .questionnaire(questionnaire.code)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        guard let between else { return html.add(EmptyState(words("changes.only-one"))) }
        html.p(.class("lead"), text: words("changes.lead", ["from": between.from, "to": between.to]))
        if changes.isEmpty { return html.add(EmptyState(words("changes.none"))) }
        for kind in [QuestionChange.Kind.amended, .added, .removed] {
            let own = changes.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            html.add(
                Section(
                    words("changes.\(kind.rawValue)"), id: kind.rawValue, aside: Link(words.number(own.count))
                ) {
                    $0.add(table(own, kind, words))
                })
        }
    }

    private func table(_ changes: [QuestionChange], _ kind: QuestionChange.Kind, _ words: Words) -> DataTable
    {
        var columns: [DataTable.Column] = [.init(words("question.code"))]
        if kind != .added { columns.append(.init(words("changes.before"))) }
        if kind != .removed { columns.append(.init(words("changes.after"))) }
        return DataTable(
            columns: columns,
            rows: changes.map { change in
                [DataTable.link(change.code, Route.question(change.code).path)]
                    + [change.former, change.present].compactMap { $0 }.map { cell($0, change, words) }
            }, empty: "")
    }

    /// The wording, and the choices where these differ.
    private func cell(_ question: QuestionView, _ change: QuestionChange, _ words: Words) -> DataTable.Cell {
        let showsChoices = change.kind == .amended && change.former?.options != change.present?.options
        return { html in
            html.wording(question.text, languages, words)
            guard showsChoices else { return }
            let names = question.options.map { $0.name.text(in: languages)?.text ?? $0.code }
            html.p(
                .class("about"),
                text: words("changes.choices", ["choices": names.isEmpty ? "–" : words.list(names)]))
        }
    }
}
