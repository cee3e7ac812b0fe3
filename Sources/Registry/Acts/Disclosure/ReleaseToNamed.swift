import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Opens one adopted item to a named State or entity: by the Committee's consultation, or by the State itself.
///
/// - Performer: the Committee's secretary, who gives the consultation's day; the State's Mission for its own.
/// - Authority: `release.open`.
/// - Before: adopted; what it derives from is open to the same State or entity; nothing is withheld.
/// - After: those who hold a capacity for that State or entity see it until the given day.
/// - Refuses: `state.not-own`, `release.not-item`, `release.not-adopted`, `release.consultation-missing`,
///   `release.sources-closed`, `release.withheld`, `release.ends-before`.
public struct ReleaseToNamed: Act {
    public static let kind: ActKind = "release-to-named"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.committeeSecretary), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let item: Identifier<Kind.AnyItem>
    public let named: String
    public let consultedOn: CalendarDate?
    public let until: CalendarDate?
    public let grant: Identifier<Kind.NamedGrant>
    public let grantee: String
    public let shutsAt: String

    public enum Fields {
        static let item = Field<Identifier<Kind.AnyItem>>("item", .reference(Kind.AnyItem.type))
        static let named = Field<String>("named", .pack(.statesAndEntities))
        static let consultedOn = Field<CalendarDate>("consultedOn", .date(.notAfterToday), optional: true)
        static let until = Field<CalendarDate>("until", .date(.any), optional: true)
        static let grant = Field<Identifier<Kind.NamedGrant>>("grant", .new(Kind.NamedGrant.type))
        static let grantee = Field<String>("grantee", .made)
        static let shutsAt = Field<String>("shutsAt", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.item.description, Fields.named.description, Fields.consultedOn.description,
        Fields.until.description, Fields.grant.description, Fields.grantee.description,
        Fields.shutsAt.description,
    ]

    public init(_ input: Input) throws {
        item = try input[Fields.item]
        named = try input[Fields.named]
        consultedOn = try input.optional(Fields.consultedOn)
        until = try input.optional(Fields.until)
        grant = try input[Fields.grant]
        grantee = try input[Fields.grantee]
        shutsAt = try input[Fields.shutsAt]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let named = draft.values[Fields.named.description.name]?.string ?? ""
        let isState = standing.pack?.states.contains { $0.code == named } == true
        draft.make(Fields.grantee, .string("\(isState ? "state" : "entity"):\(named)"))
        draft.make(
            Fields.shutsAt, .string(standing.hour(after: draft.values[Fields.until.description.name]?.string))
        )
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(item.rawValue)
        if standing.performer.capacity == .mission {
            try standing.requireOwn(state: found.state)
        } else if consultedOn == nil {
            throw Refusal("release.consultation-missing", .incomplete)
        }
        try standing.checkRelease([item.rawValue], until: until)
        guard found.reach?.withheldFrom == nil else { throw Refusal("release.withheld", .notNow) }
        let granted = Set(
            try standing.reader.namedGrants().filter { $0.grantee == grantee && $0.isOpen }.map(\.scope))
        let sources = try standing.reader.derivations(of: item.rawValue).sources
        guard sources.allSatisfy(granted.contains) else {
            throw Refusal("release.sources-closed", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: item.rawValue)
        try tables.grant(
            grant.rawValue, scope: item.rawValue, state: place.state, to: grantee, room: .committee,
            shutsAt: Int64(shutsAt) ?? Ladder.never, entry)
    }
}
