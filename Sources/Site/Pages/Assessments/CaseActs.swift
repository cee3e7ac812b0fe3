import Disclosure
import HTML
import Registry
import Words

/// The acts on a case, at which stages they may be done.
enum CaseActs {
    private static let drafting = AssessmentStage.drafting

    static let all: [(act: any Act.Type, stages: Set<AssessmentStage>)] = [
        (RecordFinding.self, drafting), (ProposeRecommendation.self, drafting),
        (WriteOverview.self, drafting),
        (RateRequirement.self, drafting), (SendDraft.self, [.preparing, .revised]),
        (SendAnswers.self, [.withState]), (SendObservations.self, [.withState]),
        (ReviseAssessment.self, [.withState]), (AssignSecondReader.self, drafting),
        (ConcludeSecondReading.self, drafting), (SettleRating.self, drafting),
        (ApproveAssessment.self, [.revised, .secondRead, .returned]), (SubmitAssessment.self, [.approved]),
        (CirculatePaper.self, [.submitted]), (ReturnAssessment.self, [.submitted]),
        (AdoptAssessment.self, [.submitted]), (GiveNotice.self, [.adopted, .inFollowUp]),
        (StartFollowUp.self, [.adopted]), (CloseAssessment.self, [.inFollowUp]),
        (
            RequestConsultation.self,
            [.preparing, .withState, .revised, .secondRead, .approved, .submitted, .returned]
        ), (DeclareConflict.self, drafting),
        (ReassignAssessment.self, Set(AssessmentStage.allCases).subtracting([.closed])),
        (MoveAssessment.self, [.preparing]),
    ]

    /// What leads each stage to the next: told to those who may not do it themselves.
    private static let next: [AssessmentStage: any Act.Type] = [
        .preparing: SendDraft.self, .withState: SendObservations.self, .revised: ApproveAssessment.self,
        .secondRead: ApproveAssessment.self, .returned: ApproveAssessment.self,
        .approved: SubmitAssessment.self, .submitted: AdoptAssessment.self, .adopted: StartFollowUp.self,
        .inFollowUp: CloseAssessment.self,
    ]

    /// What whoever asks may do next, in the order of the work.
    ///
    /// - Parameter items: of the case, as they see them.
    static func possible(_ request: SiteRequest, _ frame: CaseFrame, _ items: [ItemView]) -> [String] {
        guard !frame.isPast else { return [] }
        let person = request.viewer.person ?? ""
        let isLead = frame.assessment.lead == person
        let readings = items.filter { $0.type == .secondReading }
        var possible: [String] = []
        for (act, stages) in all where stages.contains(frame.assessment.stage) {
            guard request.may(act), isOwn(request, frame) else { continue }
            let isPossible =
                switch act.kind {
                case ApproveAssessment.kind, DeclareConflict.kind: !isLead
                case AssignSecondReader.kind: readings.allSatisfy { $0.value == "concluded" }
                case ConcludeSecondReading.kind:
                    readings.contains { $0.text("person") == person && $0.value != "concluded" }
                case MoveAssessment.kind: frame.laterEdition != nil
                case SettleRating.kind: RatingRow.rows(items).contains { $0.isOpen }
                default: true
                }
            if isPossible { possible.append(act.kind.rawValue) }
        }
        return possible
    }

    /// The act by which whoever asks answers questions at this stage; nil where they do not.
    static func answering(_ request: SiteRequest, _ frame: CaseFrame) -> (any Act.Type)? {
        guard !frame.isPast, isOwn(request, frame) else { return nil }
        if request.may(RecordAnswer.self), drafting.contains(frame.assessment.stage) {
            return RecordAnswer.self
        }
        if request.may(DraftAnswer.self), frame.assessment.stage == .withState { return DraftAnswer.self }
        return nil
    }

    /// A State's people act on their own case alone.
    static func isOwn(_ request: SiteRequest, _ frame: CaseFrame) -> Bool {
        guard let about = request.viewer.state ?? request.viewer.contributesTo else { return true }
        return about == frame.assessment.state
    }

    /// Who may take the next step, in words.
    static func whoMay(_ stage: AssessmentStage, _ words: Words) -> String? {
        guard let act = next[stage] else { return nil }
        let who = act.performers.compactMap { performer -> String? in
            if case .capacity(let capacity) = performer {
                words("capacity.\(capacity.rawValue)")
            } else {
                nil
            }
        }
        return words("case.who-next", ["act": words("act.\(act.kind.rawValue)"), "who": words.list(who)])
    }

    /// The address of an act's form with what is known filled in, and the way back.
    static func address(_ act: String, _ fields: [String: String], next: Route, anchor: String = "") -> String
    {
        let pairs = fields.merging(["next": next.path + anchor]) { $1 }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(FormEncoding.encode($0.value))" }
        return "\(Route.act(act).path)?\(pairs.joined(separator: "&"))"
    }

    /// Buttons for acts on one object.
    static func buttons(
        _ acts: [String], _ fields: [String: String], next: Route, _ html: inout HTML, _ words: Words
    ) {
        guard !acts.isEmpty else { return }
        html.p(.class("actions")) { html in
            for act in acts {
                html.a(
                    .class("button"), .href(address(act, fields, next: next)), text: words("act.\(act)"))
            }
        }
    }
}
