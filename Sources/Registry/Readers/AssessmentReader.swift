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
    /// The version from which it was moved, or on which the cycle before was done.
    public let formerEdition: String?
    /// Whether the questions for States visited before are asked.
    public let isVisited: Bool
    /// Whether it is from before the software and was recorded later; then `cycle` is the year of its adoption.
    public let isHistoric: Bool
    /// When it began and was adopted, where it was recorded later.
    public let startedOn: CalendarDate?
    public let adoptedOn: CalendarDate?
    /// Codes of what was unusual when it was recorded.
    public let warnings: [String]
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
        formerEdition = item.text("formerEdition")
        isVisited = item.text("visited") == "yes"
        isHistoric = item.detail["historic"] == .bool(true)
        startedOn = item.text("startedOn").flatMap { CalendarDate($0) }
        adoptedOn = item.text("adoptedOn").flatMap { CalendarDate($0) }
        warnings = (item.text("warnings") ?? "").split(separator: " ").map(String.init)
        lead = item.text("lead") ?? ""
        stageSince = item.text("stageSince").flatMap { Instant($0) }
        stateDueOn = item.text("stateDueOn").flatMap { CalendarDate($0) }
        self.item = item
    }

    /// Place in time: what was recorded later stands before every cycle of the software's own.
    public var order: Int { isHistoric ? cycle - 100_000 : cycle }
}

extension Reader {
    public func assessment(_ id: AssessmentID) throws -> AssessmentView? {
        try item(.assessment, id.rawValue).flatMap(AssessmentView.init)
    }

    /// Of one State, or all; newest cycle first.
    public func assessments(state: String? = nil) throws -> [AssessmentView] {
        try items(.assessment, state: state).compactMap(AssessmentView.init)
            .sorted { ($0.state, -$0.order, $0.id.rawValue) < ($1.state, -$1.order, $1.id.rawValue) }
    }

    /// One State's assessment of a cycle.
    public func assessment(of state: String, cycle: Int) throws -> AssessmentView? {
        try assessments(state: state).first { $0.cycle == cycle }
    }
}
