import Disclosure
import HTML
import Pack
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}/questions: all questions on one page, each with what both sides answered.
struct QuestionsPage: Page {
    let frame: CaseFrame
    let themes: [(theme: NamedView, questions: [AskedQuestion])]
    /// Handed to whom, by question: within the State's room.
    let handed: [String: [String]]
    /// The form's outline for whoever may answer, else nil.
    let form: ActForm?
    let acts: [String]
    let people: QuestionPeople

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let loaded = try await request.read { reader -> Self? in
            guard let frame = try CaseFrame.read(reader, request) else { return nil }
            let items = try reader.items(of: frame.assessment.id.rawValue)
            return try page(reader, frame, items, request)
        }
        guard let page = loaded else { throw Refusal("object.not-found", .notFound) }
        guard let act = CaseActs.answering(request, page.frame) else { return request.page(page) }
        let form = ActForm(
            act: act, values: ["assessment": page.frame.assessment.id.rawValue],
            fixed: ["assessment", "question"],
            csrf: request.mark, idempotencyKey: "", next: nil)
        let place = request.place(of: act, ["assessment": page.frame.assessment.id.rawValue])
        let drafts = try await request.site.accounts.drafts(of: try request.signedIn().person, under: place)
        let keys = page.themes.flatMap(\.questions).map { _ in request.site.registry.surroundings.newID() }
        return request.page(page.answering(with: form, keys, drafts))
    }

    private static func page(
        _ reader: Reader, _ frame: CaseFrame, _ items: [ItemView], _ request: SiteRequest
    ) throws -> Self? {
        guard let asked = try reader.asked(in: frame.assessment, items) else { return nil }
        let handings = try reader.handings(of: frame.assessment.id.rawValue)
        let former = try reader.assessment(of: frame.state.code, cycle: frame.assessment.cycle - 1)
        let last = try former.map { try reader.items(of: $0.id.rawValue, [.answer]) } ?? []
        let isDirectorate = request.viewer.audience == .directorate
        let isMine = request.query["mine"] != nil && isDirectorate
        let people = try QuestionPeople.read(
            reader, items, handings.map(\.person), frame, request, isMine: isMine)
        let versions = try reader.versions(of: asked.compactMap { isDirectorate ? $0.expert : $0.state })
        let standing =
            isDirectorate
            ? try reader.standing(of: asked.compactMap(\.expert), in: frame.assessment) : .unchanged
        let byCode = Dictionary(asked.map { ($0.question.code, $0.question) }) { first, _ in first }
        let steps = items.filter { $0.type == .step }
        let assignments = items.filter { $0.type == .assignment }
        let remarks = Dictionary(grouping: items.filter { $0.type == .remark }, by: \.question)
        let before = Dictionary(grouping: last, by: \.question)
        let questions = asked.map { one in
            let code = one.question.code
            return AskedQuestion(
                one, earlier: one.question.condition.flatMap { byCode[$0.question] },
                step: steps.last { $0.parent == one.state?.id }, before: before[code] ?? [], standing,
                version: one.expert.flatMap { versions[$0.id] } ?? one.state.flatMap { versions[$0.id] }
                    ?? "none",
                remarks: remarks[code] ?? [],
                assignee: assignments.assignee(of: code, theme: one.question.theme))
        }.filter { !isMine || $0.assignee == request.viewer.person }
        return Self(
            frame: frame,
            themes: try reader.themes().map { theme in
                (theme, questions.filter { $0.question.theme == theme.code })
            }.filter { !$0.questions.isEmpty },
            handed: Dictionary(grouping: handings, by: \.question).mapValues { rows in
                rows.map { people.names[$0.person] ?? "–" }
            }, form: nil,
            acts: CaseActs.possible(request, frame, items).filter { $0 == "send-answers" },
            people: people)
    }

    private func answering(
        with form: ActForm, _ keys: [String], _ drafts: [String: [String: String]]
    ) -> Self {
        var keys = keys[...]
        let keyed = themes.map { theme, questions in
            (
                theme,
                questions.map { question in
                    var question = question
                    question.key = keys.popFirst() ?? ""
                    question.draft = drafts[question.question.code]
                    return question
                }
            )
        }
        return Self(frame: frame, themes: keyed, handed: handed, form: form, acts: acts, people: people)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("questions.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: true) }

    func main(_ html: inout HTML, _ words: Words) {
        html.add(frame.stageLine(words))
        if let due = frame.assessment.stateDueOn {
            html.p(.class("standing")) { html in
                html.text(words("case.state-due") + " ")
                html.add(CaseDeadline(due: due, frame: frame).deadline(words))
            }
        }
        CaseActs.buttons(
            acts, ["assessment": frame.assessment.id.rawValue], next: frame.questions, &html, words)
        people.filterLine(frame, &html, words)
        if themes.isEmpty { return html.add(EmptyState(words("questions.none"))) }
        frame.anchors?.write(&html, words)
        html.p(.class("actions")) {
            $0.a(.class("button"), .href(frame.spreadsheet), text: words("sheet.link"))
        }
        html.element("div", [.class("questionnaire")] + ActForm.draftWords(words)) { html in
            outline(&html, words)
            html.div { html in
                for (theme, questions) in themes {
                    html.section(.class("section"), .id("theme-\(theme.code)")) { html in
                        html.h2 { $0.wording(theme.name, frame.languages, words) }
                        people.assign(theme: theme.code, frame, &html, words)
                        for question in questions {
                            QuestionBlock(
                                asked: question, frame: frame, form: form,
                                handed: handed[question.question.code],
                                mayHand: acts.contains("send-answers"), people: people
                            ).write(&html, words)
                        }
                    }
                }
            }
        }
    }

    /// Themes with how many of their questions are answered by whoever answers here.
    private func outline(_ html: inout HTML, _ words: Words) {
        html.nav(.class("outline"), .ariaLabel(words("questions.outline"))) { html in
            html.ol(.role("list")) { html in
                for (theme, questions) in themes {
                    let isState = form?.act.kind == DraftAnswer.kind
                    let questions = questions.filter(\.isAsked)
                    let done = questions.filter { (isState ? $0.state : $0.expert) != nil }.count
                    let name = theme.name.text(in: frame.languages)?.text ?? theme.code
                    html.li { html in
                        html.a(.href("#theme-\(theme.code)"), text: name)
                        html.add(
                            ProgressCount(
                                done: done, total: questions.count,
                                text: words(
                                    "questions.progress",
                                    ["done": words.number(done), "total": words.number(questions.count)]),
                                label: name))
                        if let next = questions.first(where: { (isState ? $0.state : $0.expert) == nil }) {
                            html.text(" ")
                            html.a(
                                .href("#q-\(next.question.code)"),
                                text: words("questions.next", ["code": next.question.code]))
                        }
                        let names = Set(questions.compactMap(\.assignee)).compactMap { people.names[$0] }
                        if !names.isEmpty { html.span(.class("count"), text: words.list(names.sorted())) }
                    }
                }
            }
            marked(words("questions.again"), { $0.isAgain }, &html)
            marked(words("questions.new"), { $0.isNew && $0.expert == nil }, &html)
            if let former = frame.assessment.formerEdition, former != frame.assessment.edition {
                html.p { html in
                    html.a(
                        .href(
                            Route.questionnaireChanges(
                                frame.assessment.questionnaire, from: former, to: frame.assessment.edition)),
                        text: words("questions.changes"))
                }
            }
        }
    }

    /// What waits, by the codes of its questions.
    private func marked(_ title: String, _ isMarked: (AskedQuestion) -> Bool, _ html: inout HTML) {
        let codes = themes.flatMap(\.questions).filter { $0.isAsked && isMarked($0) }.map(\.question.code)
        guard !codes.isEmpty else { return }
        html.p(.class("about")) { html in
            html.text("\(title) (\(codes.count)) ")
            for code in codes {
                html.a(.href("#q-\(code)"), text: code)
                html.text(" ")
            }
        }
    }
}
