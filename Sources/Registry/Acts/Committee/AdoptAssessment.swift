import Disclosure
import Record
import Storage

/// Records that the Committee adopted an assessment, and fixes one position for each rated requirement.
///
/// - Performer: the Committee's secretary, its Chair.
/// - Authority: `committee.decide`.
/// - Before: a circulation of it ended without objection.
/// - After: `adopted`. Positions stand, drawn from what was settled or rated first; the State has what was adopted.
///   Nothing opens further by it (I36). Case teams end.
/// - Refuses: `assessment.not-at-stage`, `circulation.not-ended`.
public struct AdoptAssessment: Act {
    public static let kind: ActKind = "adopt-assessment"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeSecretary), .capacity(.chair)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let assessment: AssessmentID

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
    }

    public func check(_ standing: Standing) throws {
        try standing.require(try standing.assessment(assessment), at: [.submitted])
        let circulations = try standing.reader.items(of: assessment.rawValue, [.circulation])
        guard
            circulations.contains(where: {
                $0.value == "ended" && $0.text("outcome") == "no-objection"
            })
        else { throw Refusal("circulation.not-ended", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        var detail = facts.detail
        detail["adoptedOn"] = .string(String(entry.at.description.prefix(10)))
        try tables.stage(.adopted, of: facts, detail: detail, entry)
        try tables.send(
            ItemType.submitted, of: facts.id, from: .committee, to: .state, arisen: .directorate, entry)
        try tables.fixPositions(of: facts, entry)
        try tables.execute(
            """
            UPDATE named_grant SET shuts_at = :at
             WHERE scope = :assessment AND room = 'state' AND shuts_at > :at
            """, ["at": entry.at.microseconds, "assessment": assessment])
    }
}
