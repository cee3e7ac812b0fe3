import Mandate
import Storage

/// Corrects how a duty is read. What a head confirmed stays in view for the Committee until the correction is
/// confirmed in turn.
///
/// - Performer: an expert, a head.
/// - Authority: `duty.propose`.
/// - Before: the duty is there and not withdrawn; it did not change since it was read.
/// - After: the corrected version is proposed.
/// - Refuses: `duty.withdrawn`, `duty.limit-mismatch`.
public struct CorrectDuty: Act {
    public static let kind: ActKind = "correct-duty"
    public static let authority: Authority = "duty.propose"
    public static let performers = Performer.directorate
    public static let erasure = ProposeDuty.erasure

    public let duty: DutyID
    public let paragraph: ParagraphID
    let content: DutyContent
    public let reason: String

    public enum Fields {
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type))
        static let version = Field<String>("version", .version(of: "duty"), optional: true)
        static let paragraph = ProposeDuty.Fields.paragraph
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields =
        [Fields.duty.description, Fields.version.description, Fields.paragraph.description]
        + DutyContent.Fields.all + [Fields.reason.description]

    public init(_ input: Input) throws {
        duty = try input[Fields.duty]
        paragraph = try input[Fields.paragraph]
        content = try DutyContent(input)
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        guard try standing.reader.duty(duty)?.stage != .withdrawn else {
            throw Refusal("duty.withdrawn", .notNow)
        }
        try content.check()
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            "UPDATE duty_version SET until_entry = :entry WHERE duty_id = :duty AND until_entry IS NULL",
            ["entry": entry.index, "duty": duty])
        try content.write(
            duty, resolution: paragraph.resolution, paragraph: paragraph, stage: "proposed", reason: reason,
            tables, entry)
    }
}
