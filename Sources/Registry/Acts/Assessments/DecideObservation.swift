import Disclosure
import Record
import Storage

/// Answers one observation of the State, with what was decided and why; the State has the answer at once.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the observation was sent; the Directorate writes; new words come with an observation that is taken up, in
///   part or whole, and are not the ones that stand.
/// - After: the decision stands beside the observation; where it changes the words of what was observed upon, these are
///   amended in the Directorate's room, and the State sees what was beside what is.
/// - Refuses: `assessment.not-at-stage`, `observation.nothing-said`, `decision.wording-not-taken`,
///   `decision.wording-same`.
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
    /// In place of the words that were observed upon.
    public let wording: LocalizedWording?
    let rewording: String?
    let translations: JSONValue?
    public let decision: Identifier<Kind.Decision>

    public enum Fields {
        static let observation = Field<Identifier<Kind.Observation>>(
            "observation", .reference(Kind.Observation.type))
        static let outcome = Field<String>(
            "outcome", .choice(["taken-up", "partly-taken-up", "not-taken-up", "noted"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), erasable: true, structured: true)
        static let wording = Field<LocalizedWording>(
            "wording", .localized(maxLength: 20_000), optional: true, erasable: true, structured: true)
        static let rewording = Field<String>("rewording", .made, optional: true)
        static let decision = Field<Identifier<Kind.Decision>>("decision", .new(Kind.Decision.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.observation.description, Fields.outcome.description, Fields.reason.description,
        Fields.wording.description, Translations.field.description, Fields.rewording.description,
        Fields.decision.description,
    ]

    public init(_ input: Input) throws {
        observation = try input[Fields.observation]
        outcome = try input[Fields.outcome]
        reason = try input[Fields.reason]
        wording = try input.optional(Fields.wording)
        rewording = try input.optional(Fields.rewording)
        translations = try input.optional(Translations.field)
        decision = try input[Fields.decision]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let observation = draft.values[Fields.observation.description.name]?.string ?? ""
        let under = try standing.reader.items(under: observation)
        if let former = under.first(where: { $0.type == .decision }) {
            draft.make(Fields.decision, .string(former.id))
        }
        guard draft.values[Fields.wording.description.name] != nil else { return }
        let about = try standing.reader.item(observation).flatMap { try standing.reader.item($0.parent) }
        Translations.prepare(&draft, Fields.wording, nil, about, standing)
        let former = under.first { $0.type == .rewording }
        draft.make(Fields.rewording, .string(former?.id ?? draft.makeID()))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(.observation, observation.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(found.assessment)), at: AssessmentStage.drafting)
        guard found.value != "none" else { throw Refusal("observation.nothing-said", .notNow) }
        guard let wording else { return }
        guard outcome == "taken-up" || outcome == "partly-taken-up" else {
            throw Refusal("decision.wording-not-taken", .incomplete)
        }
        guard try standing.item(found.parent).body != wording else {
            throw Refusal("decision.wording-same", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: observation.rawValue)
        try tables.put(
            Item(
                id: decision.rawValue, type: .decision, room: .directorate, state: place.state,
                assessment: place.assessment, parent: observation.rawValue, value: outcome, body: reason),
            in: [.directorate, .state], entry)
        guard let wording, let rewording else { return }
        try tables.change(
            place.parent, to: wording, on: observation.rawValue, as: rewording, translations, entry)
    }
}
