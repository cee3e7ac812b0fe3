import Disclosure
import Record
import Storage

/// Answers one observation of the State, with what was decided and why; the State has the answer at once.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the observation was sent; the Directorate writes.
/// - After: the decision stands beside the observation.
/// - Refuses: `assessment.not-at-stage`.
public struct DecideObservation: Act {
    public static let kind: ActKind = "decide-observation"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let observation: Identifier<Kind.Observation>
    public let outcome: String
    public let reason: LocalizedWording
    public let decision: Identifier<Kind.Decision>

    public enum Fields {
        static let observation = Field<Identifier<Kind.Observation>>(
            "observation", .reference(Kind.Observation.type))
        static let outcome = Field<String>(
            "outcome", .choice(["taken-up", "partly-taken-up", "not-taken-up", "noted"]))
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
        static let decision = Field<Identifier<Kind.Decision>>("decision", .new(Kind.Decision.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.observation.description, Fields.outcome.description, Fields.reason.description,
        Fields.decision.description,
    ]

    public init(_ input: Input) throws {
        observation = try input[Fields.observation]
        outcome = try input[Fields.outcome]
        reason = try input[Fields.reason]
        decision = try input[Fields.decision]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let observation = draft.values[Fields.observation.description.name]?.string ?? ""
        if let former = try standing.reader.items(under: observation, .decision).first {
            draft.make(Fields.decision, .string(former.id))
        }
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(.observation, observation.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(found.assessment)), at: AssessmentStage.drafting)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: observation.rawValue)
        try tables.put(
            Item(
                id: decision.rawValue, type: .decision, room: .directorate, state: place.state,
                assessment: place.assessment, parent: observation.rawValue, value: outcome, body: reason),
            in: [.directorate, .state], entry)
    }
}
