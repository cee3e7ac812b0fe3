import Disclosure
import Mandate
import Record
import Storage

/// Records that a paper's time ran out without objection. The lapse alone changes nothing.
///
/// - Performer: the Committee's secretary.
/// - Authority: `committee.circulate`.
/// - Before: the deadline's day is over in the pack's time zone; no hold or objection stands.
/// - After: the circulation has ended.
/// - Refuses: `circulation.ended`, `circulation.time-left`, `circulation.objection-stands`.
public struct RecordNoObjection: Act {
    public static let kind: ActKind = "record-no-objection"
    public static let authority: Authority = "committee.circulate"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.committee]

    public let circulation: Identifier<Kind.Circulation>

    public enum Fields {
        static let circulation = Field<Identifier<Kind.Circulation>>(
            "circulation", .reference(Kind.Circulation.type))
        static let version = Field<String>("version", .version(of: "circulation"), optional: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.circulation.description, Fields.version.description,
    ]

    public init(_ input: Input) throws {
        circulation = try input[Fields.circulation]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.circulation, circulation.rawValue)
        guard current.value != "ended" else { throw Refusal("circulation.ended", .notNow) }
        let deadline = current.text("deadline").flatMap { CalendarDate($0) } ?? standing.today
        guard standing.today > deadline else {
            throw Refusal("circulation.time-left", .notNow, ["date": deadline.description])
        }
        let objections = try standing.reader.items(under: circulation.rawValue, .objection)
        guard objections.allSatisfy({ $0.value == "lifted" }) else {
            throw Refusal("circulation.objection-stands", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            circulation.rawValue, value: "ended", in: [.committee], detail: ["outcome": "no-objection"], entry
        )
    }
}
