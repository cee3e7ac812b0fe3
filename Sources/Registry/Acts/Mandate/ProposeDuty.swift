import Mandate
import Storage

/// Proposes what one paragraph asks of one addressee. Reading proposes too; a head confirms either.
///
/// - Performer: an expert, a head.
/// - Authority: `duty.propose`.
/// - Before: the paragraph is there; the kind of limit and its normal form belong together.
/// - After: proposed, known to the Directorate alone.
/// - Refuses: `duty.limit-mismatch`.
public struct ProposeDuty: Act {
    public static let kind: ActKind = "propose-duty"
    public static let authority: Authority = "duty.propose"
    public static let performers = Performer.directorate
    public static let erasure = [
        ErasedColumns("duty_version", ["addressee", "verb", "what", "limit_text", "reason"])
    ]

    public let duty: DutyID
    public let paragraph: ParagraphID
    let content: DutyContent

    public enum Fields {
        static let duty = Field<DutyID>("duty", .new(Kind.Duty.type))
        static let paragraph = Field<ParagraphID>("paragraph", .reference(Kind.Paragraph.type))
    }
    public static let fields =
        [Fields.duty.description, Fields.paragraph.description] + DutyContent.Fields.all

    public init(_ input: Input) throws {
        duty = try input[Fields.duty]
        paragraph = try input[Fields.paragraph]
        content = try DutyContent(input)
    }

    public func check(_ standing: Standing) throws { try content.check() }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            "INSERT INTO duty (id, entered_by) VALUES (:duty, :entry)", ["duty": duty, "entry": entry.index])
        try content.write(
            duty, resolution: paragraph.resolution, paragraph: paragraph, stage: "proposed", reason: nil,
            tables, entry)
    }
}

extension ParagraphID {
    /// Identifier of the resolution that the paragraph belongs to.
    var resolution: String {
        for mark in ["-OP-", "-PP-"] {
            if let range = rawValue.firstRange(of: mark) { return String(rawValue[..<range.lowerBound]) }
        }
        return rawValue
    }
}
