import HTML
import Registry
import Words

/// GET /questionnaires/{code}: what States are asked, and what each question rests on.
struct QuestionnairePage: Page {
    let questionnaire: QuestionnaireView
    let questions: [QuestionView]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let questionnaire = try reader.questionnaire(code) else { return nil }
            return Self(
                questionnaire: questionnaire, questions: try reader.questions(of: code), languages: languages)
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
        html.p(.class("count"), text: words("questionnaire.count", ["count": questions.count]))
        html.add(
            DataTable(
                columns: [
                    .init(words("question.code")), .init(words("question.text")),
                    .init(words("requirement.paragraphs")),
                ],
                rows: questions.map { question in
                    [
                        DataTable.link(question.code, Route.question(question.code).path),
                        { $0.wording(question.text, languages, words) },
                        { $0.paragraphLinks(question.paragraphs, words) },
                    ]
                }, empty: words("questions.none")))
    }
}

/// GET /questions/{code}: one question, what it can be answered with, and what it rests on.
struct QuestionPage: Page {
    let question: QuestionView
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        guard let question = try await request.read({ try $0.question(code) }) else {
            throw Refusal("object.not-found", .notFound)
        }
        return request.page(Self(question: question, languages: request.languages))
    }

    var part: SitePart { .requirements }
    var paragraphs: [String] { question.paragraphs }
    func title(_ words: Words) -> String { question.text.text(in: languages)?.text ?? question.code }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("requirements.title"), route: .requirements(theme: nil)),
            Crumb(title: question.questionnaire, route: .questionnaire(question.questionnaire)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if let help = question.help { html.p(.class("lead")) { $0.wording(help, languages, words) } }
        let scale = ScaleWords(options: question.options, languages: languages)
        html.add(
            DefinitionList([
                .init(words("question.code"), question.code),
                .init(words("case.requirement")) { html in
                    for code in question.requirements {
                        html.div { $0.add(Link(code, href: Route.requirement(code).path)) }
                    }
                },
                .init(words("requirement.paragraphs")) { $0.paragraphLinks(question.paragraphs, words) },
                .init(words("question.options")) { html in
                    if question.options.isEmpty { html.text(words("question.open")) }
                    for option in question.options { html.div { scale.write(option.code, &$0) } }
                },
            ]))
    }
}
