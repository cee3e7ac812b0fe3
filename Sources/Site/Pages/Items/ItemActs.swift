import Disclosure
import Registry

/// The acts on one item, for whoever asks, at the stage of its case.
enum ItemActs {
    static func possible(
        _ request: SiteRequest, _ item: ItemView, _ frame: CaseFrame, _ related: ItemRelated
    ) -> [(act: String, fields: [String: String])] {
        guard !frame.isPast, CaseActs.isOwn(request, frame) else { return [] }
        let withdrawing: [Candidate] =
            isWithdrawable(request, item, frame.assessment.stage, related)
            ? [(WithdrawItem.self, ["item": item.id])] : []
        return
            (candidates(item, frame.assessment.stage, related) + unchecked(request, item, frame) + withdrawing)
            .filter { request.may($0.0) }.map { ($0.0.kind.rawValue, $0.1) }
    }

    /// What the act itself would let pass, as far as the page knows it.
    private static func isWithdrawable(
        _ request: SiteRequest, _ item: ItemView, _ stage: AssessmentStage, _ related: ItemRelated
    ) -> Bool {
        WithdrawItem.types.contains(item.type) && AssessmentStage.drafting.contains(stage)
            && item.room == "directorate" && item.reach?.isWithState == false
            && (request.visitor?.capacity == .head || item.author == request.viewer.person)
    }

    /// A translation of it that somebody else should compare with the original.
    private static func unchecked(
        _ request: SiteRequest, _ item: ItemView, _ frame: CaseFrame
    ) -> [Candidate] {
        guard AssessmentStage.drafting.contains(frame.assessment.stage), let person = request.viewer.person,
            let language = item.translations?.languagesToCheck(by: person).first
        else { return [] }
        return [(CheckTranslation.self, ["item": item.id, "language": language])]
    }

    private typealias Candidate = (any Act.Type, [String: String])

    private static func candidates(
        _ item: ItemView, _ stage: AssessmentStage, _ related: ItemRelated
    ) -> [Candidate] {
        let isDrafting = AssessmentStage.drafting.contains(stage)
        let isAdopted = stage == .adopted || stage == .inFollowUp
        let observe: [Candidate] = stage == .withState ? [(DraftObservation.self, ["about": item.id])] : []
        switch item.type {
        case .finding: return (isDrafting ? [(AmendFinding.self, ["finding": item.id])] : []) + observe
        case .recommendation:
            let own = ["recommendation": item.id]
            let followUp: [Candidate] = [(ReportMeasure.self, own), (SetFollowUpStatus.self, own)]
            return (isDrafting ? [(AmendRecommendation.self, own)] : []) + observe
                + (isAdopted ? followUp : [])
        case .overview:
            return (isDrafting ? [(WriteOverview.self, ["assessment": item.assessment])] : []) + observe
        case .observation:
            let isOpen =
                isDrafting && item.value != "none"
                && !related.under.contains { $0.type == .decision }
            return isOpen ? [(DecideObservation.self, ["observation": item.id])] : []
        case .measure:
            return item.value == "reported" ? [(VerifyMeasure.self, ["measure": item.id])] : []
        case .consultation:
            let own = ["consultation": item.id]
            if item.value == "requested" { return [(HoldConsultation.self, own)] }
            return related.isOfTeam ? [(RecordSource.self, own), (NameTeamMember.self, own)] : []
        default: return []
        }
    }
}
