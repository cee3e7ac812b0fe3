import Disclosure
import Storage

/// Verifies a measure that the State reported, or finds that it cannot be verified.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.follow-up`.
/// - Before: reported.
/// - After: verified or not verified, known to the State.
/// - Refuses: nothing of its own.
public struct VerifyMeasure: Act {
    public static let kind: ActKind = "verify-measure"
    public static let authority: Authority = "assessment.follow-up"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let measure: Identifier<Kind.Measure>
    public let outcome: String
    public let reason: LocalizedWording?

    public enum Fields {
        static let measure = Field<Identifier<Kind.Measure>>("measure", .reference(Kind.Measure.type))
        static let version = Field<String>("version", .version(of: "measure"), optional: true)
        static let outcome = Field<String>("outcome", .choice(["verified", "not-verified"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.measure.description, Fields.version.description, Fields.outcome.description,
        Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        measure = try input[Fields.measure]
        outcome = try input[Fields.outcome]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {}

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            measure.rawValue, value: outcome, note: reason, in: [.directorate, .state], entry)
    }
}
