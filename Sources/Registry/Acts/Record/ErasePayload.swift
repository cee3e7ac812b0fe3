import Disclosure
import Record
import Storage

/// Erases the fields of one entry, salt and payload, for good. The log still verifies; replay writes the
/// entry's objects marked erased.
///
/// What the objects need to go on (identifiers, dates, codes; never free text) is kept in this act's own fields.
///
/// - Performer: a second person of the same room: a head; the State's Mission or focal point; the Committee's
///   secretary or Chair.
/// - Authority: `record.erase`.
/// - Before: proposed, not carried out.
/// - After: the payload is gone, every text that came from it, and the bytes of a file; its hash stays.
/// - Refuses: `erasure.own-proposal`, `erasure.done`.
public struct ErasePayload: Act {
    public static let kind: ActKind = "erase-payload"
    public static let authority: Authority = "record.erase"
    public static let performers: [Performer] = [
        .capacity(.head), .capacity(.mission), .capacity(.focalPoint), .capacity(.committeeSecretary),
        .capacity(.chair),
    ]
    public static let readsRecord = true

    public let erasureID: ErasureID
    /// The entry, its kind, and what stays of its fields.
    let target: Erased

    public enum Fields {
        static let erasure = Field<ErasureID>("erasure", .reference(Kind.Erasure.type))
        /// The entry whose payload goes, so that the record names it openly.
        static let entry = Field<EntryID>("entry", .new(Kind.Entry.type))
        static let target = Field<JSONValue>("target", .made)
    }
    public static let fields = [
        Fields.erasure.description, Fields.entry.description, Fields.target.description,
    ]

    public init(_ input: Input) throws {
        erasureID = try input[Fields.erasure]
        target = try Erased(json: try input[Fields.target])
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.erasure.description.name]?.string ?? ""
        guard let target = try standing.reader.erasureTarget(ErasureID(id)) else {
            throw Refusal("object.not-found", .notFound)
        }
        draft.make(Fields.entry, .string(target.entry.rawValue))
        draft.make(Fields.target, target.json)
    }

    public func check(_ standing: Standing) throws {
        guard let proposal = try standing.reader.erasure(erasureID) else {
            throw Refusal("object.not-found", .notFound)
        }
        guard !proposal.isDone, try !standing.reader.isErased(entry: proposal.entryIndex) else {
            throw Refusal("erasure.done", .notNow)
        }
        let proposer = try standing.reader.performer(ofEntry: proposal.proposedBy)
        guard proposer != standing.performer.person?.rawValue else {
            throw Refusal("erasure.own-proposal", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let index = try tables.index(of: target.entry)
        try tables.execute(
            "UPDATE erasure SET erased_by = :entry WHERE id = :id", ["entry": entry.index, "id": erasureID])
        try tables.execute(
            """
            UPDATE record_opening SET salt = NULL, payload = NULL
             WHERE entry_index = :index AND part = 'fields'
            """, ["index": index])
        try tables.execute("DELETE FROM idempotency WHERE entry_id = :entry", ["entry": target.entry])
        try target.empty(tables, at: index)
        if target.kind == AttachEvidence.kind, let file = target.kept["file"]?.string,
            let sha256 = target.kept["sha256"]?.string
        {
            try tables.letGo(file: file, sha256: sha256)
        }
        try tables.shareReaders(of: index, entry)
    }
}

extension Tables {
    /// Position of an entry in the log.
    func index(of entry: EntryID) throws -> Int {
        let rows = try connection.query("SELECT entry_index FROM entry WHERE id = :id", ["id": entry])
        guard let row = rows.first else { throw UnreadableField(expected: "entry") }
        return try row.get("entry_index")
    }

    /// Whoever learns of one entry learns of another that is about it, and nobody else.
    func shareReaders(of target: Int, _ entry: RecordEntry) throws {
        try execute(
            """
            UPDATE entry SET
                directorate = (SELECT target.directorate FROM entry AS target WHERE target.entry_index = :target),
                committee = (SELECT target.committee FROM entry AS target WHERE target.entry_index = :target),
                state = (SELECT target.state FROM entry AS target WHERE target.entry_index = :target),
                assessment_id = (SELECT target.assessment_id FROM entry AS target
                                  WHERE target.entry_index = :target),
                item_type = (SELECT target.item_type FROM entry AS target WHERE target.entry_index = :target)
             WHERE entry_index = :entry
            """, ["target": target, "entry": entry.index])
    }
}
