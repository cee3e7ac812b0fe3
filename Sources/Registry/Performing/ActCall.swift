import Record

/// One act to be performed: which, with what, by whom.
public struct ActCall: Sendable {
    public let kind: ActKind
    /// As supplied.
    public let fields: [String: JSONValue]
    public let performer: ActPerformer
    /// Values that the caller made itself, and the time: only for worlds that are built, such as the
    /// demonstration, where later acts must name earlier objects. Programs outside cannot set them.
    let made: [String: JSONValue]
    let at: Instant?

    public init(_ kind: ActKind, _ fields: [String: JSONValue], by performer: ActPerformer) {
        self.init(kind, fields, by: performer, made: [:], at: nil)
    }

    init(
        _ kind: ActKind, _ fields: [String: JSONValue], by performer: ActPerformer,
        made: [String: JSONValue], at: Instant?
    ) {
        self.kind = kind
        self.fields = fields
        self.performer = performer
        self.made = made
        self.at = at
    }

    /// The commitment of an idempotency key: another body under it is refused.
    var bodyHash: Hash32 {
        SHA256.hash(
            JSONValue.object(["act": .string(kind.rawValue), "fields": .object(fields)]).canonicalBytes)
    }
}

/// What an act did.
public struct Performed: Sendable {
    /// Identifier of the entry.
    public let entry: EntryID
    public let kind: ActKind
    public let at: Instant
    public let objects: [ObjectReference]
    /// For whoever performed it: their proof that it was taken in.
    public let receipt: JSONValue
    /// Position in the log: for this process alone, never for outsiders.
    let index: Int

    /// `{"act": {"id", "name", "at"}, "objects": […], "receipt": …}`.
    public var json: JSONValue {
        .object([
            "act": .object([
                "id": .string(entry.rawValue), "name": .string(kind.rawValue), "at": .string(at.description),
            ]),
            "objects": .array(objects.map(\.json)),
            "receipt": receipt,
        ])
    }

    /// The identifier of the first object of a type.
    public func id<Object: ObjectKind>(_: Object.Type) -> Identifier<Object>? {
        objects.first { $0.type == Object.type }.map { Identifier($0.id) }
    }
}

/// One call of several was refused: none was performed.
public struct BatchRefusal: Error, Sendable {
    /// Position of the call, from 0.
    public let position: Int
    public let refusal: Refusal
}
