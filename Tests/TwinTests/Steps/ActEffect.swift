import Disclosure

@testable import Registry

/// What an act's own declaration, and a short table beside it, say of where its effect shows.
///
/// An act that is added is known by its `readers` alone; until the table says more, it is taken to carry everything
/// from every room to every other that learns of it, so that the worlds are never thought alike when they need not be.
struct ActEffect: Sendable {
    let kind: String
    /// The rooms in which it shows; nil for acts that are about no case.
    let rooms: Set<Room.Kind>?
    /// The rooms whose contents it shows to others.
    let carries: Set<Room.Kind>

    init(_ act: any Act.Type) {
        kind = act.kind.rawValue
        guard let readers = act.readers else {
            (rooms, carries) = (nil, [])
            return
        }
        var rooms: Set<Room.Kind> = []
        if readers.contains(.directorate) { rooms.insert(.directorate) }
        if readers.contains(.committee) { rooms.insert(.committee) }
        if readers.contains(.state) { rooms.insert(.state) }
        // A State sees the stage of a case that was with it, though it does not learn who brought it there.
        if ["approve-assessment", "submit-assessment", "conclude-second-reading"].contains(kind) {
            rooms.insert(.state)
        }
        self.rooms = rooms
        carries = Self.carried[kind] ?? (Self.ownWords.contains(kind) || rooms.count < 2 ? [] : Self.all)
    }

    private static let all = Set(Room.Kind.allCases)

    /// Acts that send what others wrote.
    private static let carried: [String: Set<Room.Kind>] = [
        "send-draft": [.directorate], "submit-assessment": [.directorate],
        // Positions are drawn from ratings.
        "adopt-assessment": [.directorate],
        "send-communication": [.directorate, .committee],
        "send-request": [.directorate], "send-request-replies": [.state],
        "send-answers": [.state], "send-observations": [.state],
    ]

    /// Acts known in several rooms that show nothing but their own fields and the case's next stage.
    private static let ownWords: Set<String> = [
        "approve-assessment", "conclude-second-reading", "close-assessment", "start-follow-up",
        "revise-assessment", "decide-observation", "set-follow-up-status", "verify-measure", "report-measure",
        "hold-consultation", "request-consultation", "return-assessment", "withhold-item", "lift-withholding",
        "agree-to-opening", "decline-opening", "open-after-notice", "end-release", "give-notice",
        "release-items",
        "withdraw-request", "close-request", "ask-more-time", "decide-more-time", "mark-request-overdue",
        "release-own", "release-to-named", "open-case-team",
    ]

    /// Acts by which somebody beyond the rooms comes to see something, or sees it no longer.
    static let opening: Set<String> = [
        "agree-to-opening", "open-after-notice", "release-items", "release-own", "release-to-named",
        "open-case-team", "end-release", "withhold-item", "lift-withholding",
    ]

    /// Acts about no case that show to the Directorate, the Committee and the auditor alone.
    static let ofOfficers: Set<String> = [
        "propose-duty", "correct-duty", "confirm-duty", "withdraw-duty", "record-duty-event", "fulfil-duty",
        "record-document", "record-meeting", "note-divergence", "propose-erasure",
    ]
    /// Of these, those that show to the Directorate and the auditor alone.
    static let ofDirectorate: Set<String> = ["propose-duty"]
    /// Acts that show to heads alone, and to the auditor that they were done.
    static let ofHeads: Set<String> = [
        "prepare-calibration", "write-calibration-unit", "remove-calibration-unit",
    ]
    /// Acts that show to their performer alone.
    static let ofRaters: Set<String> = ["rate-calibration-unit"]
    /// Acts that tell others what raters gave, or that they gave something.
    static let counting: Set<String> = ["hand-in-calibration", "close-calibration"]
}
