import Disclosure
import HTML
import Record
import Registry
import Words

/// Who answers a question and what is said at it, within the room of whoever looks.
struct QuestionPeople: Sendable {
    let names: [String: String]
    /// When each remark was made, where that may be seen.
    let times: [String: Instant]
    /// The act by which whoever looks says something; nil for those who may not.
    let discuss: String?
    let mayAssign: Bool
    let mayAttach: Bool
    /// Whether forms stand open: to those who come for what was handed to them alone.
    let opensForms: Bool
    /// Whether those who look may be given questions, and whether theirs alone are shown.
    let isOfDirectorate: Bool
    let isMine: Bool

    static func read(
        _ reader: Reader, _ items: [ItemView], _ handed: [String], _ frame: CaseFrame,
        _ request: SiteRequest, isMine: Bool
    ) throws -> QuestionPeople {
        let remarks = items.filter { $0.type == .remark }
        let named = items.compactMap { $0.text("named") }
        let assigned = items.filter { $0.type == .assignment }.compactMap { $0.text("person") }
        let isOpen = !frame.isPast && CaseActs.isOwn(request, frame) && frame.assessment.stage != .closed
        let talk: [any Act.Type] = [DiscussQuestion.self, DiscussOwnQuestion.self]
        let isLead = request.visitor?.capacity == .head || frame.assessment.lead == request.viewer.person
        return QuestionPeople(
            names: try reader.peopleNames(handed + named + assigned + remarks.map(\.author)),
            times: try reader.entryTimes(of: remarks),
            discuss: isOpen ? talk.first { request.may($0) }?.kind.rawValue : nil,
            mayAssign: isOpen && isLead && request.may(AssignQuestions.self)
                && AssessmentStage.drafting.contains(frame.assessment.stage),
            mayAttach: isOpen && request.may(AttachEvidence.self),
            opensForms: request.visitor?.capacity == .contributor,
            isOfDirectorate: request.viewer.audience == .directorate, isMine: isMine)
    }

    /// Mine, or all.
    func filterLine(_ frame: CaseFrame, _ html: inout HTML, _ words: Words) {
        guard isOfDirectorate else { return }
        let mine = Route.myQuestions(frame.assessment.state, cycle: frame.assessment.cycle)
        html.p { html in
            if isMine {
                html.a(.href(frame.questions), text: words("questions.all"))
            } else {
                html.a(.href(mine), text: words("questions.mine"))
            }
        }
    }

    /// The way to give a theme's questions to a colleague.
    func assign(theme: String, _ frame: CaseFrame, _ html: inout HTML, _ words: Words) {
        guard mayAssign else { return }
        let fields = ["assessment": frame.assessment.id.rawValue, "theme": theme]
        html.p {
            $0.a(
                .href(
                    CaseActs.address(
                        "assign-questions", fields, next: frame.questions, anchor: "#theme-\(theme)")),
                text: words("act.assign-questions"))
        }
    }

    /// Whose a question is, and what was said at it.
    func write(
        _ asked: AskedQuestion, _ frame: CaseFrame, _ html: inout HTML, _ words: Words
    ) {
        if let assignee = asked.assignee {
            html.p(.class("about"), text: words("questions.assigned", ["name": names[assignee] ?? "–"]))
        }
        if !asked.remarks.isEmpty {
            html.details(.class("discussion")) { html in
                html.summary(text: words("questions.discussion", ["count": asked.remarks.count]))
                html.ul(.class("plain")) { html in
                    for remark in asked.remarks { html.li { line(remark, frame, &$0, words) } }
                }
            }
        }
        guard asked.question.parent == nil, discuss != nil || mayAssign else { return }
        html.p(.class("question-ways")) { html in
            if let discuss { html.a(.href(route("discuss", asked, frame)), text: words("act.\(discuss)")) }
            guard mayAssign else { return }
            html.text(" · ")
            html.a(.href(route("assign", asked, frame)), text: words("act.assign-questions"))
        }
    }

    private func route(_ what: String, _ asked: AskedQuestion, _ frame: CaseFrame) -> Route {
        .questionAct(frame.assessment.state, cycle: frame.assessment.cycle, asked.question.code, what)
    }

    private func line(_ remark: ItemView, _ frame: CaseFrame, _ html: inout HTML, _ words: Words) {
        let day = times[remark.id].flatMap(\.day).map { words.date($0) }
        let who = [names[remark.author] ?? "–", day].compactMap { $0 }.joined(separator: ", ")
        html.span(.class("about"), text: who)
        if let named = remark.text("named") {
            html.span(.class("about"), text: " → \(names[named] ?? "–")")
        }
        html.div { $0.wording(remark.body, frame.languages, words) }
    }
}
