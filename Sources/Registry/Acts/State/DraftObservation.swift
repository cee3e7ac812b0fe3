import Disclosure
import Record
import Storage

/// Writes what the State says of one finding, recommendation, answer or of the overview, in the State's room.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `assessment.state`.
/// - Before: the draft is with the State, and what it is about was sent with it. The observation's own words are its
///   reason.
/// - After: a version in the State's room, and of what it does about it.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`, `observation.not-sent`, `state.action-missing`.
public struct DraftObservation: Act {
    public static let kind: ActKind = "draft-observation"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let about: Identifier<Kind.AnyItem>
    public let position: String?
    public let quoted: LocalizedWording?
    public let text: LocalizedWording
    let undertaking: Undertaking
    public let observation: Identifier<Kind.Observation>

    public enum Fields {
        static let about = Field<Identifier<Kind.AnyItem>>("about", .reference(Kind.AnyItem.type))
        static let position = Field<String>(
            "position", .choice(["agree", "disagree", "supplement"]), optional: true)
        static let quoted = Field<LocalizedWording>(
            "quoted", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
        static let observation = Field<Identifier<Kind.Observation>>(
            "observation", .new(Kind.Observation.type))
    }
    public static let fields: [FieldDescription] =
        [
            Fields.about.description, Fields.position.description, Fields.quoted.description,
            Fields.text.description,
        ] + Undertaking.fields + [Fields.observation.description]

    public init(_ input: Input) throws {
        about = try input[Fields.about]
        position = try input.optional(Fields.position)
        quoted = try input.optional(Fields.quoted)
        text = try input[Fields.text]
        undertaking = try Undertaking(input)
        observation = try input[Fields.observation]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        try Undertaking.prepare(&draft, under: nil, standing)
    }

    public func check(_ standing: Standing) throws {
        let target = try standing.item(about.rawValue)
        try standing.requireOwn(state: target.state)
        guard target.room == Room.Kind.directorate.rawValue, target.type != .assessment else {
            throw Refusal("observation.not-sent", .incomplete)
        }
        try standing.require(try standing.assessment(AssessmentID(target.assessment)), at: [.withState])
        try undertaking.check()
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: about.rawValue)
        try tables.put(
            Item(
                id: observation.rawValue, type: .observation, room: .state, state: place.state,
                assessment: place.assessment, parent: about.rawValue, theme: place.theme,
                requirement: place.requirement, question: place.question, value: "made", body: text,
                note: quoted, detail: position.map { ["position": .string($0)] } ?? [:]),
            in: [.state], entry)
        // Of no question: an official to whom one was handed has no part in observations.
        try undertaking.write(
            under: observation.rawValue,
            of: ItemPlace(
                type: ItemType.observation.rawValue, state: place.state, assessment: place.assessment,
                theme: "", requirement: "", question: ""), to: tables, entry)
    }
}
