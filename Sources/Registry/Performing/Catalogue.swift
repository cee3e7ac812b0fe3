/// Every act there is, found by its kind.
public struct Catalogue: Sendable {
    /// In the order of their names.
    public let all: [any Act.Type]
    private let byKind: [ActKind: any Act.Type]

    public init(_ acts: [any Act.Type]) {
        all = acts.sorted { $0.kind.rawValue < $1.kind.rawValue }
        byKind = Dictionary(uniqueKeysWithValues: acts.map { ($0.kind, $0) })
    }

    /// The names of all acts, in their order.
    public var names: [String] {
        var names: [String] = []
        for act in all { names.append(act.kind.rawValue) }
        return names
    }

    public subscript(kind: ActKind) -> (any Act.Type)? { byKind[kind] }

    /// The product's acts.
    public static let standard = Catalogue([
        AdoptPack.self,
        AddPerson.self, CorrectPerson.self, GrantCapacity.self, ConfirmCapacity.self, EndCapacity.self,
        InvitePerson.self,
        EnterResolution.self, RegisterResolution.self, CorrectReading.self, NoteDivergence.self,
        SettleDivergence.self, RecordSuccession.self,
        ProposeDuty.self, CorrectDuty.self, ConfirmDuty.self, WithdrawDuty.self, RecordDutyEvent.self,
        FulfilDuty.self, RecordDocument.self, RecordMeeting.self,
        ProposeErasure.self, ErasePayload.self,
        AdoptAssessment.self, AgreeToOpening.self, AmendFinding.self, AmendRecommendation.self,
        CheckTranslation.self,
        ApproveAssessment.self, AssignSecondReader.self, CirculatePaper.self, CloseAssessment.self,
        ConcludeSecondReading.self, DecideObservation.self, DeclareConflict.self, DeclineOpening.self,
        DraftAnswer.self, DraftObservation.self, EndRelease.self, ExtendCirculation.self, GiveNotice.self,
        HandQuestion.self, HoldConsultation.self, LiftObjection.self, LiftWithholding.self,
        NameTeamMember.self, OpenAfterNotice.self, OpenAssessment.self, OpenCaseTeam.self, PlaceHold.self,
        PreviewAudience.self, ProposeRecommendation.self, RaiseObjection.self, RateRequirement.self,
        RecordAnswer.self, RecordFinding.self, RecordNoObjection.self, RecordSource.self,
        ReleaseItems.self, ReleaseOwn.self, ReleaseToNamed.self, ReportMeasure.self,
        RequestConsultation.self, ReturnAssessment.self, ReviseAssessment.self, SendAnswers.self,
        SendDraft.self, SendObservations.self, SetFollowUpStatus.self, SettleRating.self,
        StartFollowUp.self, SubmitAssessment.self, VerifyMeasure.self, WithholdItem.self,
        WriteOverview.self,
        AdoptQuestionnaire.self, WithdrawQuestionnaire.self, MoveAssessment.self,
        EnterHistoricAssessment.self,
        DraftCommunication.self, AmendCommunication.self, PresentCommunication.self, SignCommunication.self,
        SendCommunication.self, WithdrawCommunication.self, RecordCommunication.self,
        ReassignAssessment.self, WithdrawItem.self, RecordAbsence.self, EndAbsence.self,
        DiscussQuestion.self, DiscussOwnQuestion.self, AssignQuestions.self,
        RecordNationality.self, AttachEvidence.self, TakeBackFile.self,
        AmendRequest.self, HandRequestPoint.self, ValidateRequestReply.self,
        DraftRequest.self, SendRequest.self, WithdrawRequest.self, CloseRequest.self, DraftRequestReply.self,
        SendRequestReplies.self, AskMoreTime.self, DecideMoreTime.self, MarkRequestOverdue.self,
        PrepareCalibration.self, WriteCalibrationUnit.self, RemoveCalibrationUnit.self, OpenCalibration.self,
        RateCalibrationUnit.self,
        HandInCalibration.self, ReplaceCalibrationRater.self, CloseCalibration.self,
        ConcludeCalibrationUnit.self, WithdrawCalibration.self,
    ])
}
