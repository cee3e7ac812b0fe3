import Disclosure
import Pack

/// What evidence is attached to: in which rooms it is read, and who attaches any now.
struct EvidenceParent {
    let item: ItemView

    /// The kinds of item that evidence is attached to; an overview's only where it is from before the software, so that
    /// the document itself stands beside its key facts.
    static let types: Set<ItemType> = [.answer, .rating, .observation, .communication, .overview]

    /// Those in which evidence stands: where a communication that came in does, else where the item arose.
    static func rooms(of item: ItemView) -> [Room.Kind] {
        guard item.type == .communication else { return [Room.Kind(rawValue: item.room)].compactMap { $0 } }
        return Communication.rooms(of: item.text("office") ?? "") + [.state]
    }

    func check(_ standing: Standing) throws {
        guard Self.types.contains(item.type) else { throw Self.notHere }
        if item.type == .communication { return try checkCommunication(standing) }
        let assessment = try standing.assessment(AssessmentID(item.assessment))
        if item.type == .overview {
            let isWriter = [.expert, .head].contains(standing.performer.capacity)
            guard assessment.isHistoric, isWriter else { throw Self.notHere }
            return
        }
        switch standing.performer.capacity {
        case .expert, .head:
            guard item.room == Room.Kind.directorate.rawValue else { throw Self.notHere }
            try standing.require(assessment, at: AssessmentStage.drafting)
        case .focalPoint, .mission, .contributor:
            guard item.room == Room.Kind.state.rawValue, item.value != "none" else { throw Self.notHere }
            try standing.requireOwn(state: item.state)
            try standing.require(assessment, at: [.withState])
        default: throw Self.notHere
        }
    }

    private func checkCommunication(_ standing: Standing) throws {
        guard item.value == Communication.Stage.received.rawValue else { throw Self.notHere }
        let office = item.text("office") ?? ""
        switch standing.performer.capacity {
        case .mission: try standing.requireOwn(state: item.state)
        case .committeeSecretary: try standing.requireOffice(office)
        case .expert, .head:
            guard office == Pack.Office.Code.directorate.rawValue else {
                throw Refusal("communication.other-office", .notAllowed)
            }
        default: throw Self.notHere
        }
    }

    private static let notHere = Refusal("evidence.not-here", .notAllowed)
}

extension ItemView {
    /// Of which format a file is; nil for other items.
    public var fileFormat: FileFormat? { text("format").flatMap(FileFormat.init(rawValue:)) }
}
