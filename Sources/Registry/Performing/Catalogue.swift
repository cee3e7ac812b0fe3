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
    ])
}
