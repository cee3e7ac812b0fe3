import Disclosure
import Mandate
import Storage

/// Records a meeting that was held.
///
/// - Performer: an expert, a head, the Committee's secretary.
/// - Authority: `duty.fulfil`.
/// - Before: nothing.
/// - After: it can be cited as what fulfils a duty.
/// - Refuses: nothing of its own.
public struct RecordMeeting: Act {
    public static let kind: ActKind = "record-meeting"
    public static let authority: Authority = "duty.fulfil"
    public static let performers = Performer.directorate + [.capacity(.committeeSecretary)]
    public static let erasure = [ErasedColumns("meeting", ["title"])]

    public let meeting: MeetingID
    public let title: String
    public let meetingKind: String
    public let heldOn: CalendarDate

    public enum Fields {
        static let meeting = Field<MeetingID>("meeting", .new(Kind.Meeting.type))
        static let title = Field<String>("title", .line(maxLength: 500), erasable: true)
        static let kind = Field<String>(
            "kind", .choice(["briefing", "consultation", "open-meeting", "heads-meeting", "other"]))
        static let heldOn = Field<CalendarDate>("heldOn", .date(.notAfterToday))
    }
    public static let fields = [
        Fields.meeting.description, Fields.title.description, Fields.kind.description,
        Fields.heldOn.description,
    ]

    public init(_ input: Input) throws {
        meeting = try input[Fields.meeting]
        title = try input[Fields.title]
        meetingKind = try input[Fields.kind]
        heldOn = try input[Fields.heldOn]
    }

    public func check(_ standing: Standing) throws {}

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO meeting (id, title, kind, held_on, entered_by)
            VALUES (:id, :title, :kind, :on, :entry)
            """,
            ["id": meeting, "title": title, "kind": meetingKind, "on": heldOn, "entry": entry.index])
    }
}
