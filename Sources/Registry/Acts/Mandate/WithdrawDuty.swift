import Disclosure
import Mandate
import Storage

/// Withdraws a duty that should not be in the register. It stays readable as of its time.
///
/// - Performer: a head; an expert, what was only proposed.
/// - Authority: `duty.confirm`.
/// - Before: not withdrawn.
/// - After: out of the register for everyone.
/// - Refuses: `duty.withdrawn`, `duty.confirmed-by-head`.
public struct WithdrawDuty: Act {
    public static let kind: ActKind = "withdraw-duty"
    public static let authority: Authority = "duty.confirm"
    public static let performers = Performer.directorate
    public static let erasure = [ErasedColumns("duty_withdrawal", ["reason"])]

    public let duty: DutyID
    public let reason: String

    public enum Fields {
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type))
        static let version = Field<String>("version", .version(of: "duty"), optional: true)
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [
        Fields.duty.description, Fields.version.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        duty = try input[Fields.duty]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.duty(duty), current.stage != .withdrawn else {
            throw Refusal("duty.withdrawn", .notNow)
        }
        if current.wasConfirmed, standing.performer.capacity != .head {
            throw Refusal("duty.confirmed-by-head", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO duty_withdrawal (duty_id, reason, entered_by) VALUES (:duty, :reason, :entry)
            """, ["duty": duty, "reason": reason, "entry": entry.index])
    }
}
