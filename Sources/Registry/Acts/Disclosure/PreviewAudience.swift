import Disclosure
import Storage

/// Looks as another audience does, at what was sent to it: never into its room. The record says so.
///
/// - Performer: a head.
/// - Authority: `release.open`.
/// - Before: the State is one of the pack's.
/// - After: nothing but this entry; the page that answers shows what that audience sees of the State.
/// - Refuses: nothing of its own.
public struct PreviewAudience: Act {
    public static let kind: ActKind = "preview-audience"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let state: String
    public let audience: String

    public enum Fields {
        static let state = Field<String>("state", .pack(.states))
        static let audience = Field<String>(
            "audience",
            .choice(["committee", "un-system", "states-and-partners", "researchers", "public", "state"]))
    }
    public static let fields: [FieldDescription] = [
        Fields.state.description, Fields.audience.description,
    ]

    public init(_ input: Input) throws {
        state = try input[Fields.state]
        audience = try input[Fields.audience]
    }

    public func check(_ standing: Standing) throws {}

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {

    }
}
