import Record

/// The stages of an assessment, in their order but for `returned`.
public enum AssessmentStage: String, CaseIterable, Hashable, Sendable {
    case preparing
    case withState = "with-state"
    case revised
    case secondRead = "second-read"
    case approved, submitted, adopted
    case inFollowUp = "in-follow-up"
    case closed
    /// By the Committee, to the Directorate.
    case returned

    /// Those in which the Directorate writes.
    public static let drafting: Set<AssessmentStage> = [
        .preparing, .withState, .revised, .secondRead, .returned,
    ]
    public static let decided: Set<AssessmentStage> = [.adopted, .inFollowUp, .closed]

    var isToldToCommittee: Bool {
        switch self {
        case .submitted, .returned, .adopted, .inFollowUp, .closed: true
        default: false
        }
    }

    /// - Parameter shown: the stage that the State sees so far; nil for none.
    func isToldToState(after shown: AssessmentStage?) -> Bool {
        switch self {
        case .preparing, .returned: false
        case .withState, .adopted, .inFollowUp, .closed: shown != self
        case .revised, .secondRead, .approved, .submitted:
            shown.map { $0 != .submitted && $0 != self } ?? false
        }
    }
}

/// What acts need of an assessment when they write its next stage.
struct AssessmentFacts: Sendable {
    let id: String
    let state: String
    let stageWithState: AssessmentStage?
    let detail: [String: JSONValue]
}
