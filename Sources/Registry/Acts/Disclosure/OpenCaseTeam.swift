import Disclosure
import Storage

/// Lets a named entity help to shape findings and recommendations before adoption; the State knows of it (OP 5).
///
/// - Performer: a head.
/// - Authority: `case-team.open`.
/// - Before: the draft was with the State, and is not adopted.
/// - After: the entity's partners see overview, findings and recommendations as sent to the State, until adoption.
/// - Refuses: `assessment.not-at-stage`.
public struct OpenCaseTeam: Act {
    public static let kind: ActKind = "open-case-team"
    public static let authority: Authority = "case-team.open"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let assessment: AssessmentID
    public let entity: String
    public let grant: Identifier<Kind.NamedGrant>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let entity = Field<String>("entity", .pack(.entities))
        static let grant = Field<Identifier<Kind.NamedGrant>>("grant", .new(Kind.NamedGrant.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.entity.description, Fields.grant.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        entity = try input[Fields.entity]
        grant = try input[Fields.grant]
    }

    public func check(_ standing: Standing) throws {
        try standing.require(
            try standing.assessment(assessment), at: [.withState, .revised, .secondRead, .approved])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.grant(
            grant.rawValue, scope: facts.id, state: facts.state, to: "entity:\(entity)", room: .state,
            shutsAt: Ladder.never, entry)
    }
}
