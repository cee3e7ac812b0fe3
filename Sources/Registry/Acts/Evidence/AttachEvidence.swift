import Disclosure
import Mandate
import Record
import Storage

/// Attaches a file that was staged to what it bears out.
///
/// - Performer: an expert, a head, to what arose in the Directorate's room; the State's focal point, its Mission, an
///   official to whom the question was handed, to what their own State drafts. To a communication that came in: whoever
///   may record one for that office.
/// - Authority: `evidence.attach`.
/// - Before: the file waits for this performer; the answer, rating or observation is written on at this stage, or the
///   overview is from before the software.
/// - After: evidence in the room of what it was attached to, which derives from it. The Directorate's stays in its room
///   when a draft is sent; a State's goes with the answers and observations that it sends.
/// - Refuses: `file.not-staged`, `evidence.not-here`, `assessment.not-at-stage`, `state.not-own`,
///   `communication.other-office`.
public struct AttachEvidence: Act {
    public static let kind: ActKind = "attach-evidence"
    public static let authority: Authority = "evidence.attach"
    public static let performers: [Performer] = [
        .capacity(.expert), .capacity(.head), .capacity(.focalPoint), .capacity(.mission),
        .capacity(.contributor), .capacity(.committeeSecretary),
    ]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
        ErasedColumns("item", ["value"]),
    ]
    public var entryReaders: EntryReaders? { EntryReaders(rooms) }

    public let item: AnyItemID
    public let title: LocalizedWording
    public let source: LocalizedWording?
    public let datedOn: CalendarDate?
    public let evidence: Identifier<Kind.Evidence>
    let rooms: [Room.Kind]
    let file: String
    let name: String
    let sha256: String
    let size: String
    let format: String

    public enum Fields {
        static let item = Field<AnyItemID>("item", .reference(Kind.AnyItem.type))
        static let file = Field<String>("file", .line(maxLength: 64))
        static let title = Field<LocalizedWording>("title", .localized(maxLength: 300), erasable: true)
        static let source = Field<LocalizedWording>(
            "source", .localized(maxLength: 1_000), optional: true, erasable: true)
        static let datedOn = Field<CalendarDate>("datedOn", .date(.notAfterToday), optional: true)
        static let evidence = Field<Identifier<Kind.Evidence>>("evidence", .new(Kind.Evidence.type))
        static let rooms = Field<String>("rooms", .made)
        static let name = Field<String>("name", .made, erasable: true)
        static let sha256 = Field<String>("sha256", .made)
        static let size = Field<String>("size", .made)
        static let format = Field<String>("format", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.item.description, Fields.file.description, Fields.title.description,
        Fields.source.description, Fields.datedOn.description, Fields.evidence.description,
        Fields.rooms.description, Fields.name.description, Fields.sha256.description,
        Fields.size.description, Fields.format.description,
    ]

    public init(_ input: Input) throws {
        item = try input[Fields.item]
        file = try input[Fields.file]
        title = try input[Fields.title]
        source = try input.optional(Fields.source)
        datedOn = try input.optional(Fields.datedOn)
        evidence = try input[Fields.evidence]
        rooms = Room.Kind.list(try input[Fields.rooms])
        name = try input[Fields.name]
        sha256 = try input[Fields.sha256]
        size = try input[Fields.size]
        format = try input[Fields.format]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.item.description.name]?.string ?? ""
        let rooms = try standing.reader.item(id).map { EvidenceParent.rooms(of: $0) } ?? []
        draft.make(Fields.rooms, .string(rooms.map(\.rawValue).joined(separator: ",")))
        let file = draft.values[Fields.file.description.name]?.string ?? ""
        guard let staged = try standing.stagedFile(file) else {
            throw Refusal("file.not-staged", .incomplete)
        }
        draft.make(Fields.name, .string(staged.name))
        draft.make(Fields.sha256, .string(staged.sha256))
        draft.make(Fields.size, .string(String(staged.size)))
        draft.make(Fields.format, .string(staged.format.rawValue))
    }

    public func check(_ standing: Standing) throws {
        try EvidenceParent(item: standing.item(item.rawValue)).check(standing)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: item.rawValue)
        var detail: [String: JSONValue] = [
            "file": .string(file), "sha256": .string(sha256), "size": .string(size),
            "format": .string(format),
        ]
        if let datedOn { detail["datedOn"] = .string(datedOn.description) }
        try tables.put(
            Item(
                id: evidence.rawValue, type: .evidence, room: rooms.first, state: place.state,
                assessment: place.assessment, parent: item.rawValue, theme: place.theme,
                requirement: place.requirement, question: place.question, value: name, body: title,
                note: source, detail: detail), in: rooms, entry)
        try tables.derive(evidence.rawValue, from: [item.rawValue], "parent", entry)
        try tables.recomputeReach(downstreamOf: [evidence.rawValue])
        try tables.execute("DELETE FROM staged_file WHERE id = :id", ["id": file])
    }
}
