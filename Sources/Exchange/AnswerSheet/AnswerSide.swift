import Registry

/// Whose answers a spreadsheet carries, and by which act they are given.
public enum AnswerSide: String, Sendable {
    /// The Directorate's, by `record-answer`.
    case directorate
    /// The State's drafts, by `draft-answer`.
    case state

    public var act: any Act.Type {
        switch self {
        case .directorate: RecordAnswer.self
        case .state: DraftAnswer.self
        }
    }

    /// Fields of the act that take one of a few codes, with these, in the order of the act. What the State says it does
    /// is not of the file.
    var codeFields: [(name: String, codes: [String])] {
        act.fields.compactMap { field in
            if field.isRequired, case .choice(let codes) = field.kind { (field.name, codes) } else { nil }
        }
    }
}
