import Mandate
import Record
import Storage

/// A duty as a viewer sees it: what one paragraph asks of one addressee, and how it stands.
public struct DutyView: Sendable {
    public enum Stage: String, Sendable { case proposed, confirmed, withdrawn }

    public struct Event: Sendable, Hashable {
        public let id: DutyEventID
        public let occurredOn: CalendarDate
        /// Nil where erased.
        public let about: String?
    }

    public struct Fulfilment: Sendable, Hashable {
        public let id: FulfilmentID
        /// The due date that it answers; empty where the duty has none.
        public let due: String
        public let fulfilledOn: CalendarDate
        public let document: DocumentID?
        public let meeting: MeetingID?
        /// Title of document or meeting; nil where erased.
        public let title: String?
    }

    /// One due date.
    public struct Occurrence: Sendable, Hashable {
        /// `2023-03-30`, or `2022-12` where only the month is known; empty where there is no date.
        public let due: String
        /// Last day on which it is on time.
        public let lastDay: CalendarDate
        public let status: DutyStatus
        public let fulfilledOn: CalendarDate?
        /// The event that started the clock, for a relative limit.
        public let startedBy: CalendarDate?
        public let about: String?
    }

    public let id: DutyID
    public let resolution: ResolutionID
    public let symbol: String
    public let paragraph: ParagraphID
    public let stage: Stage
    /// Whether any version of it was confirmed, so that it counts.
    public let wasConfirmed: Bool
    /// These are nil where erased.
    public let addressee: LocalizedWording?
    public let verb: LocalizedWording?
    public let what: LocalizedWording?
    public let limitText: LocalizedWording?
    public let reason: String?
    public let limitKind: String
    public let normalised: String
    /// Index of the entry that made this version.
    let enteredBy: Int
    public let events: [Event]
    public let fulfilments: [Fulfilment]
    public let occurrences: [Occurrence]
    public let status: DutyStatus
    /// As an occurrence's `due`; nil where nothing is due any more, or no date is known.
    public let nextDue: String?

    /// The paragraph's address, `S/RES/2617(2021)/OP/12`.
    public var address: String { paragraph.address(symbol) }
}

extension ParagraphID {
    /// `S/RES/2617(2021)/OP/2/a` from the identifier `S-RES-2617-2021-OP-2-a`.
    public func address(_ symbol: String) -> String {
        let tail = rawValue.dropFirst(resolution.count + 1)
        return "\(symbol)/\(tail.replacing("-", with: "/"))"
    }

    /// The identifier from an address, where it is one.
    public static func at(address: String) -> ParagraphID? {
        ParagraphAddress(address).map { ParagraphID($0.urlID) }
    }
}
