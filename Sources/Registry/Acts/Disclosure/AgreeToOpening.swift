import Disclosure
import Storage

/// Agrees to what a notice says will open, less what the State withholds: that opens now.
///
/// - Performer: the State's Mission.
/// - Authority: `release.open`.
/// - Before: the notice waits for an answer.
/// - After: agreed; each item that is not withheld is open to the UN system.
/// - Refuses: `notice.answered`, `state.not-own`.
public struct AgreeToOpening: Act {
    public static let kind: ActKind = "agree-to-opening"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let notice: Identifier<Kind.Notice>
    public let release: Identifier<Kind.Release>

    public enum Fields {
        static let notice = Field<Identifier<Kind.Notice>>("notice", .reference(Kind.Notice.type))
        static let version = Field<String>("version", .version(of: "notice"), optional: true)
        static let release = Field<Identifier<Kind.Release>>("release", .new(Kind.Release.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.notice.description, Fields.version.description, Fields.release.description,
    ]

    public init(_ input: Input) throws {
        notice = try input[Fields.notice]
        release = try input[Fields.release]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.notice, notice.rawValue)
        try standing.requireOwn(state: current.state)
        guard current.value == "told" else { throw Refusal("notice.answered", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(notice.rawValue, value: "agreed", in: [.directorate, .state, .committee], entry)
        try tables.open(
            try tables.noticed(notice.rawValue), release: release.rawValue, to: .unSystem,
            ground: "agreement", entry)
    }
}
