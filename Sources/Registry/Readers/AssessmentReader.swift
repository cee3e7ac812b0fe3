import Disclosure
import Mandate
import Record
import Storage

/// An assessment as a viewer sees it: one State, one cycle, at the stage that this viewer learned of.
public struct AssessmentView: Sendable {
    public let id: AssessmentID
    public let state: String
    public let cycle: Int
    public let stage: AssessmentStage
    public let questionnaire: String
    /// The version that the Committee adopted and on which it is done; nil: opened before any was adopted.
    public let edition: String?
    /// Whether the questions for States visited before are asked.
    public let isVisited: Bool
    /// Identifier of the expert who leads it; for the Directorate.
    public let lead: String
    /// Since when it is at this stage, where a later version changed something else; nil: since its version.
    public let stageSince: Instant?
    /// Day by which the State answers, once the draft is with it.
    public let stateDueOn: CalendarDate?
    public let item: ItemView

    public init?(_ item: ItemView) {
        guard item.type == .assessment, let stage = item.value.flatMap(AssessmentStage.init(rawValue:)) else {
            return nil
        }
        id = AssessmentID(item.id)
        state = item.state
        cycle = item.detail["cycle"]?.int ?? 0
        self.stage = stage
        questionnaire = item.text("questionnaire") ?? ""
        edition = item.text("edition")
        isVisited = item.text("visited") == "yes"
        lead = item.text("lead") ?? ""
        stageSince = item.text("stageSince").flatMap { Instant($0) }
        stateDueOn = item.text("stateDueOn").flatMap { CalendarDate($0) }
        self.item = item
    }
}

extension Reader {
    public func assessment(_ id: AssessmentID) throws -> AssessmentView? {
        try item(.assessment, id.rawValue).flatMap(AssessmentView.init)
    }

    /// Of one State, or all; newest cycle first.
    public func assessments(state: String? = nil) throws -> [AssessmentView] {
        try items(.assessment, state: state).compactMap(AssessmentView.init)
            .sorted { ($0.state, -$0.cycle, $0.id.rawValue) < ($1.state, -$1.cycle, $1.id.rawValue) }
    }

    /// One State's assessment of a cycle.
    public func assessment(of state: String, cycle: Int) throws -> AssessmentView? {
        try assessments(state: state).first { $0.cycle == cycle }
    }
}
