import Disclosure
import Record
import Storage

/// Moves a case that is being prepared to the version of its questionnaire that the Committee adopted last.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the draft was not sent to the State; a later version is in use.
/// - After: a version on the new questions, at the same stage. Answers to unchanged questions stand; those to amended
///   ones are to be given again.
/// - Refuses: `assessment.not-at-stage`, `questionnaire.no-later`.
public struct MoveAssessment: Act {
    public static let kind: ActKind = "move-assessment"
    public static let authority: Authority = "assessment.conduct"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let edition: String?
    public let former: String?

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
        static let edition = Field<String>("edition", .made, optional: true)
        static let former = Field<String>("former", .made, optional: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description, Fields.edition.description,
        Fields.former.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        edition = try input.optional(Fields.edition)
        former = try input.optional(Fields.former)
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.assessment.description.name]?.string ?? ""
        guard let found = try standing.reader.assessment(AssessmentID(id)),
            let later = try standing.reader.laterEdition(than: found)
        else { return }
        draft.make(Fields.edition, .string(later.version))
        if let former = found.edition { draft.make(Fields.former, .string(former)) }
    }

    public func check(_ standing: Standing) throws {
        try standing.require(standing.assessment(assessment), at: [.preparing])
        if edition == nil { throw Refusal("questionnaire.no-later", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        var detail: [String: JSONValue] = [
            "stageSince": .string(try tables.stageSince(of: assessment.rawValue))
        ]
        if let edition { detail["edition"] = .string(edition) }
        if let former { detail["formerEdition"] = .string(former) }
        try tables.reword(assessment.rawValue, in: [.directorate], detail: detail, entry)
    }
}
