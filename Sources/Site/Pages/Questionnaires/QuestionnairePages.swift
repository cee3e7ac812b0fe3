import HTML
import Pack
import Registry
import Words

/// GET /questionnaires/{code}: what States are asked, and what each question rests on.
struct QuestionnairePage: Page {
    let questionnaire: QuestionnaireView
    let questions: [QuestionView]
    let themes: [NamedView]
    let requirements: [String]
    let languages: [String]
    /// Whether whoever looks records what the Committee decides on it.
    let records: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let records = request.may(AdoptQuestionnaire.self)
        let page = try await request.read { reader -> Self? in
            guard let questionnaire = try reader.questionnaire(code) else { return nil }
            return Self(
                questionnaire: questionnaire, questions: try reader.questions(of: code),
                themes: try reader.themes(), requirements: try reader.requirements().map(\.code),
                languages: languages, records: records && !reader.asOf.isPast)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .requirements }
    func title(_ words: Words) -> String {
        questionnaire.name.text(in: languages)?.text ?? questionnaire.code
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("requirements.title"), route: .requirements(theme: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if let note = questionnaire.note { html.p(.class("lead")) { $0.wording(note, languages, words) } }
        QuestionnaireVersions(questionnaire: questionnaire, records: records).write(&html, words)
        let whole = questions.filter { $0.parent == nil }
        html.p(
            .class("count"),
            text: words.list([
                words("questionnaire.count", ["count": whole.count { !$0.isForVisited }]),
                words("questionnaire.parts", ["count": questions.count - whole.count]),
                words("questionnaire.visited", ["count": whole.count(where: \.isForVisited)]),
            ]))
        coverage(&html, words)
        if questions.isEmpty { html.add(EmptyState(words("questions.none"))) }
        for theme in themes {
            let asked = questions.filter { $0.theme == theme.code }
            guard !asked.isEmpty else { continue }
            html.section(.class("section"), .id("theme-\(theme.code)")) { html in
                html.add(
                    DataTable(
                        caption: theme.name.text(in: languages)?.text ?? theme.code,
                        columns: [
                            .init(words("question.code")), .init(words("question.text")),
                            .init(words("question.kind")), .init(words("requirement.paragraphs")),
                        ],
                        rows: asked.map { row($0, words) }, empty: words("questions.none")))
            }
        }
    }

    private func row(_ question: QuestionView, _ words: Words) -> [DataTable.Cell] {
        [
            DataTable.link(question.code, Route.question(question.code).path),
            { $0.wording(question.text, languages, words) },
            { $0.text(words("question.kind.\(question.kind.rawValue)")) },
            { if question.parent == nil { $0.paragraphLinks(question.paragraphs, words) } },
        ]
    }

    /// What no question asks about: requirements, and matters that run through all themes.
    private func coverage(_ html: inout HTML, _ words: Words) {
        let asked = Set(questions.flatMap(\.requirements))
        let left = requirements.filter { !asked.contains($0) }
        html.section(.class("section"), .id("coverage")) { html in
            html.h2(text: words("coverage.title"))
            html.add(
                DefinitionList([
                    .init(words("coverage.requirements")) { html in
                        if left.isEmpty { html.text(words("coverage.all-requirements")) }
                        for code in left {
                            html.add(Link(code, href: Route.requirement(code).path))
                            html.text(" ")
                        }
                    },
                    .init(words("coverage.matters")) { html in
                        for matter in Pack.Question.Matter.allCases {
                            let count = questions.count { $0.parent == nil && $0.matters.contains(matter) }
                            let name = words("question.matter.\(matter.rawValue)")
                            html.div(
                                text: "\(name) · "
                                    + (count == 0 ? words("coverage.left-out") : words.number(count)))
                        }
                    },
                ]))
        }
    }
}

/// GET /questions/{code}: one question, what it can be answered with, and what it rests on.
struct QuestionPage: Page {
    let question: QuestionView
    let questionnaire: QuestionnaireView
    /// The question that it is asked after.
    let earlier: QuestionView?
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let question = try reader.question(code),
                let questionnaire = try reader.questionnaire(question.questionnaire)
            else { return nil }
            return Self(
                question: question, questionnaire: questionnaire,
                earlier: try question.condition.flatMap { try reader.question($0.question) },
                languages: languages)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .requirements }
    var paragraphs: [String] { question.paragraphs }
    func title(_ words: Words) -> String { question.text.text(in: languages)?.text ?? question.code }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("requirements.title"), route: .requirements(theme: nil)),
            Crumb(
                title: questionnaire.name.text(in: languages)?.text ?? questionnaire.code,
                route: .questionnaire(question.questionnaire)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if let help = question.help { html.p(.class("lead")) { $0.wording(help, languages, words) } }
        html.add(DefinitionList(facts(words)))
    }

    private func facts(_ words: Words) -> [DefinitionList.Line] {
        let scale = ScaleWords(options: question.options, languages: languages)
        var lines: [DefinitionList.Line] = [
            .init(words("question.code"), question.code),
            .init(words("question.kind"), words("question.kind.\(question.kind.rawValue)")),
            .init(words("case.requirement")) { html in
                for code in question.requirements {
                    html.div { $0.add(Link(code, href: Route.requirement(code).path)) }
                }
            },
            .init(words("requirement.paragraphs")) { $0.paragraphLinks(question.paragraphs, words) },
        ]
        if !question.options.isEmpty {
            lines.append(
                .init(words("question.options")) { html in
                    for option in question.options {
                        html.div { html in
                            if question.kind == .closed {
                                scale.write(option.code, &html)
                            } else {
                                html.text(scale.name(option.code))
                            }
                        }
                    }
                })
        }
        if let parent = question.parent {
            lines.append(
                .init(words("question.part-of")) { $0.add(Link(parent, href: Route.question(parent).path)) })
        }
        if let condition = question.condition {
            lines.append(
                .init(words("question.condition")) { html in
                    ConditionWords(condition: condition, earlier: earlier, languages: languages)
                        .write(href: Route.question(condition.question).path, &html, words)
                })
        }
        if let unit = question.unit {
            lines.append(.init(words("question.unit")) { $0.wording(unit, languages, words) })
        }
        if !question.matters.isEmpty {
            lines.append(
                .init(
                    words("question.matters"),
                    words.list(question.matters.map { words("question.matter.\($0.rawValue)") })))
        }
        if question.isForVisited { lines.append(.init(words("question.visited"), words("answer.yes"))) }
        return lines
    }
}
