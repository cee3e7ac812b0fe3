import Disclosure
import HTML
import Registry
import Words

/// GET /findings/{id}/versions?from=&to= and the like: the versions of one item that whoever looks may see, and what
/// changed between two.
struct VersionsPage: Page {
    let versions: [ItemVersionView]
    /// Nil where there is but one.
    let between: (from: ItemVersionView, to: ItemVersionView)?
    let frame: CaseFrame?
    /// The question that it answers.
    let question: QuestionView?
    let languages: [String]
    private let item: ItemView

    /// Those whose words or values people change.
    static let types: Set<ItemType> = [.finding, .recommendation, .overview, .observation, .answer, .rating]

    static func show(_ type: ItemType, _ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let (from, to) = (request.query["from"].map(Int.init), request.query["to"].map(Int.init))
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let item = try reader.item(type, id) else { return nil }
            let versions = try reader.versions(of: id)
            func version(_ number: Int??, or otherwise: Int) -> ItemVersionView? {
                let wanted = number ?? otherwise
                return versions.first { $0.number == wanted }
            }
            let later = version(to, or: versions.count)
            let former = version(from, or: (later?.number ?? 1) - 1)
            if from != nil && former == nil || to != nil && later == nil { return nil }
            let assessment = try reader.assessment(AssessmentID(item.assessment))
            return Self(
                versions: versions, between: former.flatMap { former in later.map { (former, $0) } },
                frame: try assessment.flatMap { try CaseFrame.read(reader, $0, languages) },
                question: item.question.isEmpty ? nil : try ItemPage.question(of: item, reader),
                languages: languages, item: item)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String {
        let about = item.requirement.isEmpty ? item.question : item.requirement
        let kind = words("type.\(item.type.rawValue)").capitalised
        return words("versions.title", ["what": about.isEmpty ? kind : "\(kind) · \(about)"])
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        (frame?.breadcrumb(words, isInside: true) ?? [])
            + [Crumb(title: words("type.\(item.type.rawValue)").capitalised, route: item.route)]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("versions.lead"))
        choice(&html, words)
        guard let between else { return html.add(EmptyState(words("versions.only-one"))) }
        html.add(
            Section(
                words("versions.between", ["from": between.from.number, "to": between.to.number]),
                id: "changes"
            ) { changes(between.from.item, between.to.item, &$0, words) })
    }

    /// Which two are compared.
    private func choice(_ html: inout HTML, _ words: Words) {
        html.element(
            "form",
            [
                .class("filter"), .method("get"),
                .action(Route.versions(type: item.type.rawValue, id: item.id, from: nil, to: nil)),
            ]
        ) { html in
            select("from", between?.from, &html, words)
            select("to", between?.to, &html, words)
            html.button(.type("submit"), .class("button"), text: words("versions.show"))
        }
    }

    private func select(_ name: String, _ chosen: ItemVersionView?, _ html: inout HTML, _ words: Words) {
        html.div(.class("field")) { html in
            html.label(.for("versions-\(name)"), text: words("versions.\(name)"))
            html.element("select", [.id("versions-\(name)"), .name(name)]) { html in
                for version in versions {
                    html.option(
                        .value("\(version.number)"), .selected(version.number == chosen?.number),
                        text: label(version, words))
                }
            }
        }
    }

    private func label(_ version: ItemVersionView, _ words: Words) -> String {
        guard let at = version.at else { return words("versions.number", ["number": version.number]) }
        return words("versions.number-of", ["number": version.number, "when": words.time(at)])
    }

    private func value(_ item: ItemView, _ html: inout HTML, _ words: Words) {
        guard let value = item.value else { return html.text("–") }
        let scale = frame?.scale ?? ScaleWords(options: [], languages: languages)
        switch item.type {
        case .answer: AnswerWords(question: question, scale: scale).write(value, &html, words)
        case .rating: scale.write(value, &html)
        default: html.text(words.status(of: item) ?? value)
        }
    }

    private func changes(_ former: ItemView, _ later: ItemView, _ html: inout HTML, _ words: Words) {
        var isSame = true
        if former.value != later.value {
            isSame = false
            html.p { html in
                html.text(words("item.value"))
                html.text(": ")
                html.del { value(former, &$0, words) }
                html.text(" ")
                html.ins { value(later, &$0, words) }
            }
        }
        for (key, before, after) in [("body", former.body, later.body), ("note", former.note, later.note)] {
            let (before, after) = (before?.texts ?? [:], after?.texts ?? [:])
            for language in Set(before.keys).union(after.keys).sorted()
            where before[language] != after[language] {
                isSame = false
                html.h3(
                    text: words(
                        "versions.\(key)", ["language": words("language.\(language)")]))
                html.div(.class("compared"), .lang(language)) {
                    $0.add(ComparedText(from: before[language] ?? "", to: after[language] ?? ""))
                }
            }
        }
        if isSame { html.add(EmptyState(words("versions.same"))) }
    }
}
