import Disclosure
import Mandate
import Pack
import Record

/// The entry under which an act is applied: everything that varies comes from here.
public struct RecordEntry: Sendable {
    /// Position in the log, from 0.
    public let index: Int
    public let id: EntryID
    /// Never before the entry before.
    public let at: Instant
    /// Nil before the first pack is adopted.
    public let pack: Pack?
    public let performer: ActPerformer
}

/// Who performs: a person in one capacity, the console, or the clock.
public struct ActPerformer: Hashable, Sendable {
    public enum Via: String, Sendable { case page, api, console, `import`, clock }

    /// Nil for the console and for the clock.
    public let person: PersonID?
    public let grant: GrantID?
    public let capacity: Capacity?
    /// Code of the State or entity.
    public let about: String?
    public let via: Via
    /// Why the console was used.
    public let operatorReason: String?

    public init(
        person: PersonID, grant: GrantID, capacity: Capacity, about: String? = nil, via: Via,
        operatorReason: String? = nil
    ) {
        self.person = person
        self.grant = grant
        self.capacity = capacity
        self.about = about
        self.via = via
        self.operatorReason = operatorReason
    }

    /// Whoever runs the host.
    public static func console(because reason: String) -> ActPerformer { ActPerformer(reason: reason) }

    /// Performs what is due by time alone; nobody can hold it.
    static let clock = ActPerformer(capacity: .clock, via: .clock, reason: nil)

    private init(capacity: Capacity? = nil, via: Via = .console, reason: String?) {
        person = nil
        grant = nil
        self.capacity = capacity
        about = nil
        self.via = via
        operatorReason = reason
    }

    /// The record's `who`.
    var json: JSONValue {
        var fields: [String: JSONValue] = [
            "person": person.map { .string($0.rawValue) } ?? .null,
            "capacity": capacity.map { .string($0.rawValue) } ?? .null,
            "about": about.map { .string($0) } ?? .null,
            "via": .string(via.rawValue),
        ]
        if let operatorReason { fields["operator"] = .string(operatorReason) }
        return .object(fields)
    }

    init(json: JSONValue) throws {
        let via = json["via"]?.string.flatMap(Via.init(rawValue:)) ?? .console
        self.via = via
        person = json["person"]?.string.map { PersonID($0) }
        grant = nil
        capacity = json["capacity"]?.string.flatMap(Capacity.init(rawValue:))
        about = json["about"]?.string
        operatorReason = json["operator"]?.string
    }
}
