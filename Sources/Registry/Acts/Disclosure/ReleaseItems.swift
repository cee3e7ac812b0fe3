import Disclosure
import Mandate
import Record
import Storage

/// Opens adopted items to an audience further out, on a decision that the Committee was consulted on (I18).
///
/// - Performer: the Committee's secretary.
/// - Authority: `release.open`.
/// - Before: each item was adopted; the consultation's day and reference are given.
/// - After: open as far as the State does not withhold them and their sources are open.
/// - Refuses: `release.not-item`, `release.not-adopted`, `release.other-state`, `release.ends-before`.
public struct ReleaseItems: Act {
    public static let kind: ActKind = "release-items"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [ErasedColumns("opening", ["reference"])]

    public let items: [AnyItemID]
    public let audience: String
    public let consultedOn: CalendarDate
    public let reference: String
    public let until: CalendarDate?
    public let release: Identifier<Kind.Release>
    public let shutsAt: String

    public enum Fields {
        static let items = Field<[AnyItemID]>("items", .references(Kind.AnyItem.type))
        static let audience = Field<String>(
            "audience", .choice(["un-system", "states-and-partners", "researchers", "public"]))
        static let consultedOn = Field<CalendarDate>("consultedOn", .date(.notAfterToday))
        static let reference = Field<String>("reference", .line(maxLength: 200), erasable: true)
        static let until = Field<CalendarDate>("until", .date(.any), optional: true)
        static let release = Field<Identifier<Kind.Release>>("release", .new(Kind.Release.type))
        static let shutsAt = Field<String>("shutsAt", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.items.description, Fields.audience.description, Fields.consultedOn.description,
        Fields.reference.description, Fields.until.description, Fields.release.description,
        Fields.shutsAt.description,
    ]

    public init(_ input: Input) throws {
        items = try input[Fields.items]
        audience = try input[Fields.audience]
        consultedOn = try input[Fields.consultedOn]
        reference = try input[Fields.reference]
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
        try standing.checkRelease(items.map(\.rawValue), until: until)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let audience = Audience(code: audience) ?? .unSystem
        try tables.open(
            items.map(\.rawValue), release: release.rawValue, to: audience, ground: "consultation",
            shutsAt: Int64(shutsAt) ?? Ladder.never, consultedOn: consultedOn, reference: reference, entry)
    }
}
