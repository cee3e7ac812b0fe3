import Disclosure
import Mandate
import Record
import Storage

/// Opens adopted items of the State's own to an audience, by the State itself (I18).
///
/// - Performer: the State's Mission.
/// - Authority: `release.open`.
/// - Before: each item is of this State and was adopted.
/// - After: open to that audience as far as nothing is withheld.
/// - Refuses: `state.not-own`, `release.not-item`, `release.not-adopted`, `release.other-state`, `release.ends-before`.
public struct ReleaseOwn: Act {
    public static let kind: ActKind = "release-own"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let items: [AnyItemID]
    public let audience: String
    public let until: CalendarDate?
    public let release: Identifier<Kind.Release>
    public let shutsAt: String

    public enum Fields {
        static let items = Field<[AnyItemID]>("items", .references(Kind.AnyItem.type))
        static let audience = Field<String>(
            "audience", .choice(["un-system", "states-and-partners", "researchers", "public"]))
        static let until = Field<CalendarDate>("until", .date(.any), optional: true)
        static let release = Field<Identifier<Kind.Release>>("release", .new(Kind.Release.type))
        static let shutsAt = Field<String>("shutsAt", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.items.description, Fields.audience.description, Fields.until.description,
        Fields.release.description, Fields.shutsAt.description,
    ]

    public init(_ input: Input) throws {
        items = try input[Fields.items]
        audience = try input[Fields.audience]
        until = try input.optional(Fields.until)
        release = try input[Fields.release]
        shutsAt = try input[Fields.shutsAt]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        draft.make(
            Fields.shutsAt, .string(standing.hour(after: draft.values[Fields.until.description.name]?.string))
        )
    }

    public func check(_ standing: Standing) throws {
        for id in items { try standing.requireOwn(state: try standing.item(id.rawValue).state) }
        try standing.checkRelease(items.map(\.rawValue), until: until)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.open(
            items.map(\.rawValue), release: release.rawValue, to: Audience(code: audience) ?? .unSystem,
            ground: "own", shutsAt: Int64(shutsAt) ?? Ladder.never, entry)
    }
}
