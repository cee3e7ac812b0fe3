import Mandate
import Pack

extension [Pack.Entity] {
    func first(code: String) -> Pack.Entity? { first { $0.code == code } }
}

extension Pack {
    /// How many days before its date a duty counts as due.
    var dueWithinDays: Int { stageLimit("due-within")?.amount ?? MandateTerms.usualDueWithinDays }

    /// Whether a code is in one of the pack's lists.
    func holds(_ code: String, in list: PackList) -> Bool {
        switch list {
        case .states: states.contains { $0.code == code }
        case .entities: entities.contains { $0.code == code }
        case .themes: themes.contains { $0.code == code }
        case .regions: regions.contains { $0.code == code }
        case .requirements: requirements.contains { $0.code == code }
        case .questionnaires: questionnaires.contains { $0.code == code }
        case .questions: questionnaires.contains { $0.questions.contains { $0.code == code } }
        case .letters: letters.contains { $0.code == code }
        case .statesAndEntities: holds(code, in: .states) || holds(code, in: .entities)
        }
    }
}
