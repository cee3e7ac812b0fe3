import Disclosure
import Mandate
import Storage

/// Records that a document or a meeting fulfils a duty, for one of its due dates.
///
/// - Performer: an expert, a head, the Committee's secretary.
/// - Authority: `duty.fulfil`.
/// - Before: confirmed; exactly one of document and meeting is named; the due date is one of the duty's own and
///   not answered yet.
/// - After: fulfilled for that date; a recurring duty makes its next.
/// - Refuses: `duty.not-confirmed`, `fulfilment.one-of-two`, `fulfilment.no-such-date`, `fulfilment.done`.
public struct FulfilDuty: Act {
    public static let kind: ActKind = "fulfil-duty"
    public static let authority: Authority = "duty.fulfil"
    public static let performers = Performer.directorate + [.capacity(.committeeSecretary)]

    public let fulfilment: FulfilmentID
    public let duty: DutyID
    public let dueOn: String
    public let document: DocumentID?
    public let meeting: MeetingID?
    public let fulfilledOn: CalendarDate

    public enum Fields {
        static let fulfilment = Field<FulfilmentID>("fulfilment", .new(Kind.Fulfilment.type))
        static let duty = Field<DutyID>("duty", .reference(Kind.Duty.type))
        /// The due date that is answered, as the duty shows it (`2023-03-30`, `2022-12`); absent where it has none.
        static let dueOn = Field<String>("dueOn", .line(maxLength: 10), optional: true)
        static let document = Field<DocumentID>("document", .reference(Kind.Document.type), optional: true)
        static let meeting = Field<MeetingID>("meeting", .reference(Kind.Meeting.type), optional: true)
        static let fulfilledOn = Field<CalendarDate>("fulfilledOn", .date(.notAfterToday))
    }
    public static let fields = [
        Fields.fulfilment.description, Fields.duty.description, Fields.dueOn.description,
        Fields.document.description, Fields.meeting.description, Fields.fulfilledOn.description,
    ]

    public init(_ input: Input) throws {
        fulfilment = try input[Fields.fulfilment]
        duty = try input[Fields.duty]
        dueOn = try input.optional(Fields.dueOn) ?? ""
        document = try input.optional(Fields.document)
        meeting = try input.optional(Fields.meeting)
        fulfilledOn = try input[Fields.fulfilledOn]
    }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.duty(duty), current.wasConfirmed else {
            throw Refusal("duty.not-confirmed", .notNow)
        }
        guard (document == nil) != (meeting == nil) else {
            throw Refusal("fulfilment.one-of-two", .incomplete)
        }
        guard !dueOn.isEmpty else { return }
        guard let occurrence = current.occurrences.first(where: { $0.due == dueOn }) else {
            throw Refusal("fulfilment.no-such-date", .incomplete, ["due": dueOn])
        }
        guard occurrence.fulfilledOn == nil else { throw Refusal("fulfilment.done", .notNow, ["due": dueOn]) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO duty_fulfilment
                (id, duty_id, due_on, fulfilled_on, document_id, meeting_id, entered_by)
            VALUES (:id, :duty, :due, :on, :document, :meeting, :entry)
            """,
            [
                "id": fulfilment, "duty": duty, "due": dueOn, "on": fulfilledOn, "document": document,
                "meeting": meeting, "entry": entry.index,
            ])
    }
}
