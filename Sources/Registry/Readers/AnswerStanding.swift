/// How the answers of a case stand to the version on which it is done.
public struct AnswerStanding: Sendable {
    /// A question of the case's version as it was asked before.
    public struct Former: Sendable {
        public let question: QuestionView
        /// The scale of that version.
        public let options: [OptionView]
    }

    /// Amended since the version before, by code.
    public let amended: [String: Former]
    /// Those of them that were not answered since, by code.
    public let again: Set<String>
    /// Codes of questions that the version before did not have.
    public let new: Set<String>

    /// Of a case on the version on which the cycle before was done, or a first cycle.
    public static let unchanged = AnswerStanding(amended: [:], again: [], new: [])
}

extension Reader {
    /// How the answers of a case stand to its version, as far as this viewer sees them.
    ///
    /// - Parameter answers: of the Directorate, as they stand.
    public func standing(of answers: [ItemView], in assessment: AssessmentView) throws -> AnswerStanding {
        guard let former = assessment.formerEdition, let edition = assessment.edition, former != edition,
            let before = try content(of: assessment.questionnaire, edition: former)?.view
        else { return .unchanged }
        let current = Set(answers.filter { $0.text("edition") == edition }.map(\.question))
        var amended: [String: AnswerStanding.Former] = [:]
        var new: Set<String> = []
        for change in try changes(of: assessment.questionnaire, from: former, to: edition) {
            switch change.kind {
            case .added: new.insert(change.code)
            case .amended:
                amended[change.code] = change.former.map { .init(question: $0, options: before.options) }
            case .removed: continue
            }
        }
        return AnswerStanding(amended: amended, again: Set(amended.keys).subtracting(current), new: new)
    }
}
