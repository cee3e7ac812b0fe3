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

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let loaded = try await request.read { reader -> (Self, Bool)? in
            guard let frame = try CaseFrame.read(reader, request) else { return nil }
            let items = try reader.items(of: frame.assessment.id.rawValue)
            guard let page = try page(reader, frame, items, request) else { return nil }
            return (page, page.mayAnswer(request) != nil)
        }
        guard let (page, _) = loaded else { throw Refusal("object.not-found", .notFound) }
        guard let act = page.mayAnswer(request) else { return request.page(page) }
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
        let answers = items.filter { $0.type == .answer }
        let isContributor = request.viewer.contributesTo != nil
        let isParty =
            isContributor || request.viewer.audience == .directorate
            || request.viewer.state == frame.assessment.state
        // To others the answers are closed, and so is how far they are.
        guard isParty else { return nil }
        let handings = try reader.handings(of: frame.assessment.id.rawValue)
        let mine = Set(handings.map(\.question))
        let questions = try reader.questions(of: frame.assessment)
            .filter { !isContributor || mine.contains($0.code) }
            .filter { !$0.isForVisited || frame.assessment.isVisited }
        let former = try reader.assessment(of: frame.state.code, cycle: frame.assessment.cycle - 1)
        let last = try former.map { try reader.items(of: $0.id.rawValue, [.answer]) } ?? []
        let names = try reader.peopleNames(handings.map(\.person))
        let needless = Pack.Question.needless(
            questions.map { ($0.code, $0.condition) },
            answers: answers.values(in: request.viewer.audience == .directorate ? .directorate : .state))
        let byCode = Dictionary(questions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let own = answers.filter { $0.room == "directorate" }
        let standing =
            request.viewer.audience == .directorate
            ? try reader.standing(of: own, in: frame.assessment) : .unchanged
        let asked = questions.map { question in
            AskedQuestion(
                question, isAsked: !needless.contains(question.code),
                earlier: question.condition.flatMap { byCode[$0.question] }, answers: answers, before: last,
                standing)
        }
        return Self(
            frame: frame,
            themes: try reader.themes().map { theme in
                (theme, asked.filter { $0.question.theme == theme.code })
            }.filter { !$0.questions.isEmpty },
            handed: Dictionary(grouping: handings, by: \.question).mapValues { rows in
                rows.map { names[$0.person] ?? "–" }
            }, form: nil,
            acts: CaseActs.possible(request, frame, items).filter { $0 == "send-answers" })
    }

    /// The act by which whoever asks answers at this stage.
    private func mayAnswer(_ request: SiteRequest) -> (any Act.Type)? {
        guard !frame.isPast, CaseActs.isOwn(request, frame) else { return nil }
        if request.may(RecordAnswer.self), AssessmentStage.drafting.contains(frame.assessment.stage) {
            return RecordAnswer.self
        }
        if request.may(DraftAnswer.self), frame.assessment.stage == .withState { return DraftAnswer.self }
        return nil
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
        return Self(frame: frame, themes: keyed, handed: handed, form: form, acts: acts)
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
        if themes.isEmpty { return html.add(EmptyState(words("questions.none"))) }
        html.element("div", [.class("questionnaire")] + ActForm.draftWords(words)) { html in
            outline(&html, words)
            html.div { html in
                for (theme, questions) in themes {
                    html.section(.class("section"), .id("theme-\(theme.code)")) { html in
                        html.h2 { $0.wording(theme.name, frame.languages, words) }
                        for question in questions {
                            QuestionBlock(
                                asked: question, frame: frame, form: form,
                                handed: handed[question.question.code],
                                mayHand: acts.contains("send-answers")
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

/// A question with its answers: the expert's, the State's, the last cycle's.
struct AskedQuestion: Sendable {
    let question: QuestionView
    /// False where an earlier answer made it needless.
    let isAsked: Bool
    /// The question that it is asked after.
    let earlier: QuestionView?
    let expert: ItemView?
    let state: ItemView?
    let last: ItemView?
    /// As the version before asked it, where it was amended since.
    let former: AnswerStanding.Former?
    /// Whether it was amended and waits to be answered again.
    let isAgain: Bool
    /// Whether the version before did not ask it.
    let isNew: Bool
    /// Guards its form against being done twice.
    var key = ""
    /// What was typed and not sent yet.
    var draft: [String: String]?

    /// - Parameters:
    ///   - answers: of both sides, in this cycle.
    ///   - before: of the cycle before.
    init(
        _ question: QuestionView, isAsked: Bool, earlier: QuestionView?, answers: [ItemView],
        before: [ItemView], _ standing: AnswerStanding
    ) {
        func of(_ room: String, _ items: [ItemView]) -> ItemView? {
            items.last { $0.question == question.code && $0.room == room }
        }
        let own = of("directorate", answers)
        let former = of("directorate", before) ?? before.last { $0.question == question.code }
        // What nobody answered before is not answered again.
        isAgain = standing.again.contains(question.code) && (own ?? former) != nil
        isNew = standing.new.contains(question.code)
        self.former = standing.amended[question.code]
        expert = isAgain ? nil : own
        last = isAgain ? own ?? former : former
        state = of("state", answers)
        (self.question, self.isAsked, self.earlier) = (question, isAsked, earlier)
    }
}
