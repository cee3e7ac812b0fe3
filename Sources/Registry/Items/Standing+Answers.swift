import Disclosure
import Pack
import Record

/// What the acts by which both sides answer questions share.
extension Standing {
    /// The question of the assessment's questionnaire, if it is asked of this State and after these answers.
    ///
    /// - Parameter room: whose answers decide whether a conditional question is asked; as long as the earlier
    ///   question is unanswered there, it is.
    /// - Throws: `question.unknown`, `question.not-asked`.
    func asked(_ code: String, in room: Room.Kind, for assessment: AssessmentView) throws -> Pack.Question {
        let question = try question(code, of: assessment)
        guard !question.isForVisited || assessment.isVisited, try isNeeded(question, room, assessment) else {
            throw Refusal("question.not-asked", .incomplete, ["code": code])
        }
        return question
    }

    /// Whether no earlier answer made it needless; without a condition none can.
    private func isNeeded(_ question: Pack.Question, _ room: Room.Kind, _ assessment: AssessmentView) throws
        -> Bool
    {
        guard question.condition != nil else { return true }
        let questions = try reader.content(of: assessment)?.questionnaire.questions ?? []
        let answers = try reader.items(of: assessment.id.rawValue, [.answer]).values(in: room)
        return !Pack.Question.needless(questions.map { ($0.code, $0.condition) }, answers: answers)
            .contains(question.code)
    }

    /// Refuses what the question cannot be answered with.
    ///
    /// - Throws: `scale.unknown-option`, `answer.not-date`, `answer.not-number`, `answer.value-not-taken`,
    ///   `answer.not-applicable-why`.
    func checkAnswer(
        _ value: String, isExplained: Bool, to question: Pack.Question, of assessment: AssessmentView
    ) throws {
        do {
            let answer = try Pack.AnswerValue(value, to: question, on: scale(of: assessment))
            guard answer.text != "not-applicable" || isExplained else {
                throw Refusal("answer.not-applicable-why", .incomplete)
            }
        } catch let fault as Pack.AnswerValue.Fault {
            throw switch fault {
            case .unknownOption(let code):
                Refusal("scale.unknown-option", .incomplete, ["code": String(code.prefix(40))])
            case .notDate(let text):
                Refusal("answer.not-date", .incomplete, ["value": String(text.prefix(40))])
            case .notNumber(let text):
                Refusal("answer.not-number", .incomplete, ["value": String(text.prefix(40))])
            case .notTaken: Refusal("answer.value-not-taken", .incomplete)
            }
        }
    }

    /// Puts a value into the one spelling in which it is kept; what is none is left for the check to refuse.
    func spell(_ field: Field<String>, _ draft: inout ActDraft) throws {
        let name = field.description.name
        guard let value = draft.values[name]?.string,
            let id = draft.values["assessment"]?.string,
            let assessment = try reader.assessment(AssessmentID(id)),
            let code = draft.values["question"]?.string,
            let asked = try reader.content(of: assessment)?.question(code)
        else { return }
        do {
            let answer = try Pack.AnswerValue(value, to: asked, on: scale(of: assessment))
            draft.make(field, .string(answer.text))
        } catch { return }
    }

    private func scale(of assessment: AssessmentView) throws -> [Pack.Scale.Option] {
        try reader.content(of: assessment)?.scale ?? []
    }
}

extension [ItemView] {
    /// What questions were answered with in a room, by code of the question.
    public func values(in room: Room.Kind) -> [String: String] {
        reduce(into: [:]) { values, item in
            if item.type == .answer, item.room == room.rawValue { values[item.question] = item.value }
        }
    }
}
