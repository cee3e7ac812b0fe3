import Registry

/// A question with its answers: the expert's, the State's, the last cycle's.
struct AskedQuestion: Sendable {
    let question: QuestionView
    /// False where an earlier answer made it needless.
    let isAsked: Bool
    /// The question that it is asked after.
    let earlier: QuestionView?
    let expert: ItemView?
    let state: ItemView?
    /// What the State says it does.
    let step: ItemView?
    let last: ItemView?
    /// As the version before asked it, where it was amended since.
    let former: AnswerStanding.Former?
    /// Whether it was amended and waits to be answered again.
    let isAgain: Bool
    /// Whether the version before did not ask it.
    let isNew: Bool
    /// Of whoever answers here: the version of their room's answer.
    let version: String
    /// What was said at it in the room of whoever looks.
    let remarks: [ItemView]
    /// Of the Directorate, whose it is to answer.
    let assignee: String?
    /// Guards its form against being done twice.
    var key = ""
    /// What was typed and not sent yet.
    var draft: [String: String]?

    /// - Parameter before: answers to it in the cycle before.
    init(
        _ asked: AskedView, earlier: QuestionView?, step: ItemView?, before: [ItemView],
        _ standing: AnswerStanding, version: String, remarks: [ItemView], assignee: String?
    ) {
        let code = asked.question.code
        let former = before.last { $0.room == "directorate" } ?? before.last
        // What nobody answered before is not answered again.
        isAgain = standing.again.contains(code) && (asked.expert ?? former) != nil
        isNew = standing.new.contains(code)
        self.former = standing.amended[code]
        expert = isAgain ? nil : asked.expert
        last = isAgain ? asked.expert ?? former : former
        (question, isAsked, state) = (asked.question, asked.isAsked, asked.state)
        (self.earlier, self.step, self.version) = (earlier, step, version)
        (self.remarks, self.assignee) = (remarks, assignee)
    }
}
