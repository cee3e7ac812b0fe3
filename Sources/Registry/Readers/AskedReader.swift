import Disclosure
import Pack

/// A question of an assessment as it is put to whoever looks, with what both sides answered as they see it.
public struct AskedView: Sendable {
    public let question: QuestionView
    /// False where an earlier answer, in the room of whoever looks, made it needless.
    public let isAsked: Bool
    public let expert: ItemView?
    public let state: ItemView?
}

extension Reader {
    /// The questions of an assessment, in the order in which they are asked: a contributor's are those handed to them.
    ///
    /// - Parameters:
    ///   - assessment: one that this viewer sees.
    ///   - items: those of the assessment.
    /// - Returns: nil for those to whom the answers are closed, and so is how far they are.
    public func asked(in assessment: AssessmentView, _ items: [ItemView]) throws -> [AskedView]? {
        let isContributor = viewer.contributesTo != nil
        let isDirectorate = viewer.audience == .directorate
        guard isContributor || isDirectorate || viewer.state == assessment.state else { return nil }
        let handed = isContributor ? Set(try handings(of: assessment.id.rawValue).map(\.question)) : []
        let questions = try questions(of: assessment)
            .filter { !isContributor || handed.contains($0.code) }
            .filter { !$0.isForVisited || assessment.isVisited }
        let answers = items.filter { $0.type == .answer }
        let needless = Pack.Question.needless(
            questions.map { ($0.code, $0.condition) },
            answers: answers.values(in: isDirectorate ? .directorate : .state))
        func last(_ room: Room.Kind) -> [String: ItemView] {
            Dictionary(
                answers.filter { $0.room == room.rawValue }.map { ($0.question, $0) },
                uniquingKeysWith: { _, last in last })
        }
        let (expert, state) = (last(.directorate), last(.state))
        return questions.map {
            AskedView(
                question: $0, isAsked: !needless.contains($0.code), expert: expert[$0.code],
                state: state[$0.code])
        }
    }
}
