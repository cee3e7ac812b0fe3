import Disclosure
import Record
import Storage

/// Gives an assessment to another lead.
///
/// - Performer: a head.
/// - Authority: `assessment.conduct`.
/// - Before: the assessment is not closed; the new lead is of the Directorate, does not lead it yet, is not excluded from
///   it and does not read it second (I33).
/// - After: a version with the new lead, in the Directorate's room. Stage, and since when, stay.
/// - Refuses: `assessment.not-at-stage`, `reassign.leads-already`, `reading.not-directorate`, `reassign.excluded`,
///   `reading.national`,   `reassign.reads-second`.
public struct ReassignAssessment: Act {
    public static let kind: ActKind = "reassign-assessment"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let lead: PersonID

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
        static let lead = Field<PersonID>("lead", .reference(Kind.Person.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description, Fields.lead.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        lead = try input[Fields.lead]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: Set(AssessmentStage.allCases).subtracting([.closed]))
        if found.lead == lead.rawValue { throw Refusal("reassign.leads-already", .notNow) }
        try standing.requireOfDirectorate(lead)
        if try standing.reader.isExcluded(lead, from: assessment) {
            throw Refusal("reassign.excluded", .notAllowed)
        }
        try standing.requireNoNational(lead.rawValue, of: found.state)
        let readings = try standing.reader.items(of: assessment.rawValue, [.secondReading])
        if readings.contains(where: { $0.text("person") == lead.rawValue }) {
            throw Refusal("reassign.reads-second", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            assessment.rawValue, in: [.directorate],
            detail: [
                "lead": .string(lead.rawValue),
                "stageSince": .string(try tables.stageSince(of: assessment.rawValue)),
            ], entry)
    }
}
