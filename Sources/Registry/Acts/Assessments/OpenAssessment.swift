import Disclosure
import Record
import Storage

/// Opens the assessment of one State for one cycle, on the version of a questionnaire that the Committee adopted last.
///
/// - Performer: an expert, who leads it; a head.
/// - Authority: `assessment.conduct`.
/// - Before: no assessment of the State is open; a version of the questionnaire is in use.
/// - After: `preparing`, in the Directorate's room. Answers of the cycle before go with it where their question did not
///   change since.
/// - Refuses: `assessment.open-already`, `questionnaire.not-adopted`, `reading.national`.
public struct OpenAssessment: Act {
    public static let kind: ActKind = "open-assessment"
    public static let authority: Authority = "assessment.conduct"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: Identifier<Kind.Assessment>
    public let state: String
    public let questionnaire: String
    /// Whether the Committee visited the State before; then more questions are asked.
    public let visited: String?
    public let cycle: String
    /// The version; nil in entries from before versions were adopted.
    public let edition: String?
    /// The version of the cycle before.
    public let former: String?
    /// Answers of the cycle before to questions that did not change.
    public let carried: [AnyItemID]

    public enum Fields {
        static let assessment = Field<Identifier<Kind.Assessment>>("assessment", .new(Kind.Assessment.type))
        static let state = Field<String>("state", .pack(.states))
        static let questionnaire = Field<String>("questionnaire", .pack(.questionnaires))
        static let visited = Field<String>("visited", .choice(["yes", "no"]), optional: true)
        static let cycle = Field<String>("cycle", .made)
        static let edition = Field<String>("edition", .made, optional: true)
        static let former = Field<String>("former", .made, optional: true)
        static let carried = Field<[AnyItemID]>("carried", .made, optional: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.state.description, Fields.questionnaire.description,
        Fields.visited.description, Fields.cycle.description, Fields.edition.description,
        Fields.former.description, Fields.carried.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        state = try input[Fields.state]
        questionnaire = try input[Fields.questionnaire]
        visited = try input.optional(Fields.visited)
        cycle = try input[Fields.cycle]
        edition = try input.optional(Fields.edition)
        former = try input.optional(Fields.former)
        carried = try input.optional(Fields.carried) ?? []
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let state = draft.values[Fields.state.description.name]?.string ?? ""
        let last = try standing.reader.assessments(state: state).filter { !$0.isHistoric }
            .max { $0.cycle < $1.cycle }
        draft.make(Fields.cycle, .string(String((last?.cycle ?? 0) + 1)))
        let questionnaire = draft.values[Fields.questionnaire.description.name]?.string ?? ""
        let inUse = try standing.reader.editionInUse(of: questionnaire)
        guard let inUse else { return }
        draft.make(Fields.edition, .string(inUse.version))
        guard let last, last.questionnaire == questionnaire, let former = last.edition else { return }
        draft.make(Fields.former, .string(former))
        let changed = try standing.reader.changes(of: questionnaire, from: former, to: inUse.version).map(
            \.code)
        let kept = try standing.reader.items(of: last.id.rawValue, [.answer])
            .filter { $0.room == "directorate" && !changed.contains($0.question) }.map(\.id).sorted()
        if !kept.isEmpty { draft.make(Fields.carried, .array(kept.map { .string($0) })) }
    }

    public func check(_ standing: Standing) throws {
        let open = try standing.reader.assessments(state: state).first { $0.stage != .closed }
        if open != nil { throw Refusal("assessment.open-already", .notNow) }
        if edition == nil { throw Refusal("questionnaire.not-adopted", .notNow) }
        try standing.requireNoNational(standing.performer.person?.rawValue ?? "", of: state)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        var detail: [String: JSONValue] = [
            "cycle": .integer(Int64(cycle) ?? 1), "questionnaire": .string(questionnaire),
            "lead": .string(entry.performer.person?.rawValue ?? ""),
        ]
        if let edition { detail["edition"] = .string(edition) }
        if let former { detail["formerEdition"] = .string(former) }
        if let visited { detail["visited"] = .string(visited) }
        let facts = AssessmentFacts(
            id: assessment.rawValue, state: state, stageWithState: nil, detail: detail)
        try tables.stage(.preparing, of: facts, entry)
        try tables.carry(carried.map(\.rawValue), to: facts, entry)
    }
}
