import Disclosure
import Storage

/// Declares a conflict of interest: from here on nothing of this assessment is shown to whoever declares it.
///
/// - Performer: an expert, a head, for themselves.
/// - Authority: `assessment.conduct`.
/// - Before: the assessment is there, and somebody else leads it or will.
/// - After: excluded from the file, its counts, its history and its search included.
/// - Refuses: `conflict.leads`.
public struct DeclareConflict: Act {
    public static let kind: ActKind = "declare-conflict"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let reason: LocalizedWording?

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {
        if try standing.assessment(assessment).lead == standing.performer.person?.rawValue {
            throw Refusal("conflict.leads", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO exclusion (person_id, assessment_id, kind, entered_by)
            VALUES (:person, :assessment, 'file', :entry)
            ON CONFLICT (person_id, kind, assessment_id) DO NOTHING
            """,
            [
                "person": entry.performer.person?.rawValue ?? "", "assessment": assessment,
                "entry": entry.index,
            ])
    }
}
