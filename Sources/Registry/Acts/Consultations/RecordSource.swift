import Disclosure
import Storage

/// Records who spoke at a consultation, for its named team; never for the assessed State.
///
/// - Performer: a member of the team.
/// - Authority: `consultation.hold`.
/// - Before: held.
/// - After: the team sees it. It is in no programme, calendar, file name or envelope.
/// - Refuses: `consultation.not-team`.
public struct RecordSource: Act {
    public static let kind: ActKind = "record-source"
    public static let authority: Authority = "consultation.hold"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = []
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let consultation: Identifier<Kind.Consultation>
    public let identity: LocalizedWording
    public let said: LocalizedWording?
    public let source: Identifier<Kind.Source>

    public enum Fields {
        static let consultation = Field<Identifier<Kind.Consultation>>(
            "consultation", .reference(Kind.Consultation.type))
        static let identity = Field<LocalizedWording>(
            "identity", .localized(maxLength: 1_000), erasable: true)
        static let said = Field<LocalizedWording>(
            "said", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let source = Field<Identifier<Kind.Source>>("source", .new(Kind.Source.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.consultation.description, Fields.identity.description, Fields.said.description,
        Fields.source.description,
    ]

    public init(_ input: Input) throws {
        consultation = try input[Fields.consultation]
        identity = try input[Fields.identity]
        said = try input.optional(Fields.said)
        source = try input[Fields.source]
    }

    public func check(_ standing: Standing) throws {
        guard try standing.reader.isOnTeam(of: consultation.rawValue) else {
            throw Refusal("consultation.not-team", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: consultation.rawValue)
        try tables.put(
            Item(
                id: source.rawValue, type: .source, room: nil, state: place.state,
                assessment: place.assessment,
                parent: consultation.rawValue, body: identity, note: said), in: [], entry)
    }
}
