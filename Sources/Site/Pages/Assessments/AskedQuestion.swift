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
}
