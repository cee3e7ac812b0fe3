import Disclosure
import Storage

/// Confirms the reading of a duty: from here on it counts, and the Committee sees it.
///
/// - Performer: a head, since law is read by people and somebody answers for the reading.
/// - Authority: `duty.confirm`.
/// - Before: proposed, by somebody else; it did not change since it was read.
/// - After: the version is the Committee's too, in the place of the one before.
/// - Refuses: `duty.not-proposed`, `duty.own-proposal`.
public struct ConfirmDuty: Act {
    public static let kind: ActKind = "confirm-duty"
    public static let authority: Authority = "duty.confirm"
    public static let performers: [Performer] = [.capacity(.head)]

    public let duty: DutyID

    public enum Fields {
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type))
        static let version = Field<String>("version", .version(of: "duty"), optional: true)
    }
    public static let fields = [Fields.duty.description, Fields.version.description]

    public init(_ input: Input) throws { duty = try input[Fields.duty] }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.duty(duty), current.stage == .proposed else {
            throw Refusal("duty.not-proposed", .notNow)
        }
        let proposer = try standing.reader.performer(ofEntry: current.enteredBy)
        guard proposer != standing.performer.person?.rawValue else {
            throw Refusal("duty.own-proposal", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            UPDATE duty_version SET confirmed_until = :entry
             WHERE duty_id = :duty AND confirmed_by IS NOT NULL AND confirmed_until IS NULL
            """, ["entry": entry.index, "duty": duty])
        try tables.execute(
            """
            UPDATE duty_version SET confirmed_by = :entry, stage = 'confirmed'
             WHERE duty_id = :duty AND until_entry IS NULL
            """, ["entry": entry.index, "duty": duty])
    }
}
