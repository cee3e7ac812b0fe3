import Disclosure
import Record
import Storage

/// Says that the second reading is done.
///
/// - Performer: the second reader.
/// - Authority: `assessment.read-second`.
/// - Before: each requirement that they were to read has their rating; each observation of the State is answered;
///   where the rating differs from the first reader's, a head settled it with a reason.
/// - After: concluded; the reader sees all ratings; an assessment that was revised is `second-read`.
/// - Refuses: `reading.not-yours`, `reading.incomplete`, `assessment.observation-open`, `reading.difference-open`,
///   `assessment.not-at-stage`.
public struct ConcludeSecondReading: Act {
    public static let kind: ActKind = "conclude-second-reading"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

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
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        let person = standing.performer.person?.rawValue ?? ""
        let items = try standing.reader.items(
            of: assessment.rawValue, [.rating, .secondReading, .observation, .decision])
        guard let reading = standing.openReading(items, of: person) else {
            throw Refusal("reading.not-yours", .notAllowed)
        }
        let rated = Set(items.filter { $0.type == .rating && $0.author == person }.map(\.requirement))
        let missing = reading.sampledRequirements.filter { !rated.contains($0) }
        guard missing.isEmpty else {
            throw Refusal(
                "reading.incomplete", .incomplete, ["requirements": missing.joined(separator: ", ")])
        }
        guard items.unansweredObservations.isEmpty else {
            throw Refusal("assessment.observation-open", .notNow)
        }
        let open = RatingRow.rows(items).filter(\.isOpen).map(\.requirement)
        guard open.isEmpty else {
            throw Refusal(
                "reading.difference-open", .notNow, ["requirements": open.joined(separator: ", ")])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        for reading in try tables.standing(.secondReading, of: assessment.rawValue)
        where try tables.value(of: reading) != "concluded" {
            try tables.reword(reading, value: "concluded", in: [.directorate], entry)
        }
        // Nothing is left to be read blind: from here on both ratings stand beside each other.
        try tables.execute(
            """
            DELETE FROM exclusion
             WHERE person_id = :person AND assessment_id = :assessment AND kind = 'ratings'
            """, ["person": entry.performer.person?.rawValue ?? "", "assessment": assessment])
        guard try tables.stageWithDirectorate(of: assessment.rawValue) == .revised else { return }
        try tables.stage(.secondRead, of: try tables.facts(of: assessment.rawValue), entry)
    }
}
