import Disclosure
import Mandate
import Storage

/// Opens what a notice named once its days are over, where the pack says that notice is enough.
///
/// - Performer: the clock; nobody holds it.
/// - Authority: `release.open`.
/// - Before: the pack opens after notice; the notice was not answered; its last day is over.
/// - After: each item that is not withheld is open to the UN system.
/// - Refuses: `notice.answered`, `notice.time-left`, `notice.needs-agreement`.
public struct OpenAfterNotice: Act {
    public static let kind: ActKind = "open-after-notice"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.clock)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let notice: Identifier<Kind.Notice>
    public let release: Identifier<Kind.Release>

    public enum Fields {
        static let notice = Field<Identifier<Kind.Notice>>("notice", .reference(Kind.Notice.type))
        static let release = Field<Identifier<Kind.Release>>("release", .new(Kind.Release.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.notice.description, Fields.release.description,
    ]

    public init(_ input: Input) throws {
        notice = try input[Fields.notice]
        release = try input[Fields.release]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.notice, notice.rawValue)
        guard current.value == "told" else { throw Refusal("notice.answered", .notNow) }
        guard standing.pack?.opensAfterNotice == true else {
            throw Refusal("notice.needs-agreement", .notNow)
        }
        let opens = current.text("opensOn").flatMap { CalendarDate($0) } ?? standing.today
        guard standing.today > opens else {
            throw Refusal("notice.time-left", .notNow, ["date": opens.description])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(notice.rawValue, value: "opened", in: [.directorate, .state, .committee], entry)
        try tables.open(
            try tables.noticed(notice.rawValue), release: release.rawValue, to: .unSystem, ground: "notice",
            entry)
    }
}
