import Disclosure
import Record
import Storage

/// Grants a person a capacity. One that opens content waits for a head, or for the State's Mission.
///
/// - Performer: an administrator, a head, the Mission for its own State; the console while there is no head.
/// - Authority: `people.capacity`.
/// - Before: the capacity names a State or entity where it must; nobody grants to themselves.
/// - After: granted; held at once where it opens no content, else when confirmed.
/// - Refuses: `capacity.to-oneself`, `capacity.about-missing`, `capacity.about-unwanted`, `capacity.held`,
///   `capacity.not-own-state`, `capacity.console-first-head`.
public struct GrantCapacity: Act {
    public static let kind: ActKind = "grant-capacity"
    public static let authority: Authority = "people.capacity"
    public static let performers: [Performer] = [
        .capacity(.administrator), .capacity(.head), .capacity(.mission), .console,
    ]
    public static let isAboutAccounts = true

    public let grant: GrantID
    public let person: PersonID
    public let capacity: Capacity
    /// Code of the State or entity; empty where the capacity has none.
    public let about: String

    public enum Fields {
        static let grant = Field<GrantID>("grant", .new(Kind.Grant.type))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let capacity = Field<String>(
            "capacity", .choice(Capacity.allCases.filter { $0 != .clock }.map(\.rawValue)))
        static let about = Field<String>("about", .pack(.statesAndEntities), optional: true)
        /// Whether it is held from this act on, which follows from who grants what.
        static let isHeld = Field<String>("held", .made)
    }
    public static let fields = [
        Fields.grant.description, Fields.person.description, Fields.capacity.description,
        Fields.about.description, Fields.isHeld.description,
    ]
    private let isHeld: Bool

    public init(_ input: Input) throws {
        grant = try input[Fields.grant]
        person = try input[Fields.person]
        guard let named = Capacity(rawValue: try input[Fields.capacity]) else {
            throw UnreadableField(expected: "capacity")
        }
        capacity = named
        about = try input.optional(Fields.about) ?? ""
        isHeld = try input[Fields.isHeld] == "yes"
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let named = draft.values[Fields.capacity.description.name]?.string.flatMap(Capacity.init(rawValue:))
        let isFirstHead = try standing.performer.person == nil && !standing.guarded.headExists()
        // A head who grants confirms by the same act: it is theirs to confirm, and never to themselves.
        let isHead = standing.performer.capacity == .head
        let isMission = standing.performer.capacity == .mission && named != .mission
        let isHeld = isFirstHead || isHead || isMission || named?.opensContent == false
        draft.make(Fields.isHeld, .string(isHeld ? "yes" : "no"))
    }

    public func check(_ standing: Standing) throws {
        guard standing.performer.person != person else { throw Refusal("capacity.to-oneself", .notAllowed) }
        try checkAbout(standing)
        if standing.performer.person == nil {
            guard try !standing.guarded.headExists() || capacity == .administrator else {
                throw Refusal("capacity.console-first-head", .notAllowed)
            }
        }
        if standing.performer.capacity == .mission {
            let isOwn = about == standing.performer.about && [.focalPoint, .contributor].contains(capacity)
            guard isOwn else { throw Refusal("capacity.not-own-state", .notAllowed) }
        }
        guard try !standing.guarded.holds(person, capacity, about) else {
            throw Refusal("capacity.held", .notNow)
        }
    }

    private func checkAbout(_ standing: Standing) throws {
        switch capacity.about {
        case .nothing:
            guard about.isEmpty else { throw Refusal("capacity.about-unwanted", .incomplete) }
        case .state:
            guard standing.pack?.holds(about, in: .states) == true else {
                throw Refusal("capacity.about-missing", .incomplete)
            }
        case .entity:
            guard standing.pack?.holds(about, in: .entities) == true else {
                throw Refusal("capacity.about-missing", .incomplete)
            }
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO capacity_grant (id, person_id, capacity, about, granted_by, confirmed_by)
            VALUES (:grant, :person, :capacity, :about, :entry, :confirmed)
            """,
            [
                "grant": grant, "person": person, "capacity": capacity.rawValue, "about": about,
                "entry": entry.index, "confirmed": isHeld ? entry.index : Int?.none,
            ])
        if isHeld, capacity.opensContent { try FirstContent.changeLocks(of: grant, tables, entry) }
    }
}
