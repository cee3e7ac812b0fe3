import Disclosure
import Mandate
import Storage

/// Records the event from which a relative limit runs: the submission of a report, for instance.
///
/// - Performer: an expert, a head, the Committee's secretary.
/// - Authority: `duty.event`.
/// - Before: the duty is confirmed and its limit is relative.
/// - After: one more due date, computed from the event (I6: each report has exactly one clock).
/// - Refuses: `duty.not-confirmed`, `duty.not-relative`, `duty.same-event`.
public struct RecordDutyEvent: Act {
    public static let kind: ActKind = "record-duty-event"
    public static let authority: Authority = "duty.event"
    public static let performers = Performer.directorate + [.capacity(.committeeSecretary)]
    public static let erasure = [ErasedColumns("duty_event", ["about"])]

    public let event: DutyEventID
    public let duty: DutyID
    public let occurredOn: CalendarDate
    /// What happened, in a line; one clock runs for each.
    public let about: String

    public enum Fields {
        static let event = Field<DutyEventID>("event", .new(Kind.DutyEvent.type))
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type))
        static let occurredOn = Field<CalendarDate>("occurredOn", .date(.notAfterToday))
        static let about = Field<String>("about", .line(maxLength: 300), erasable: true)
    }
    public static let fields = [
        Fields.event.description, Fields.duty.description, Fields.occurredOn.description,
        Fields.about.description,
    ]

    public init(_ input: Input) throws {
        event = try input[Fields.event]
        duty = try input[Fields.duty]
        occurredOn = try input[Fields.occurredOn]
        about = try input[Fields.about]
    }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.duty(duty), current.wasConfirmed else {
            throw Refusal("duty.not-confirmed", .notNow)
        }
        guard current.limitKind == "relative" else { throw Refusal("duty.not-relative", .notNow) }
        guard !current.events.contains(where: { $0.occurredOn == occurredOn && $0.about == about }) else {
            throw Refusal("duty.same-event", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO duty_event (id, duty_id, occurred_on, about, entered_by)
            VALUES (:event, :duty, :on, :about, :entry)
            """,
            ["event": event, "duty": duty, "on": occurredOn, "about": about, "entry": entry.index])
    }
}
