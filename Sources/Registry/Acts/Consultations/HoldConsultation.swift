import Disclosure
import Mandate
import Record
import Storage

/// Records that a requested consultation was held; whoever records it leads its team.
///
/// - Performer: an expert, a head.
/// - Authority: `consultation.hold`.
/// - Before: the State requested it (I9).
/// - After: held, on a day. Who spoke is the team's alone.
/// - Refuses: `consultation.held`.
public struct HoldConsultation: Act {
    public static let kind: ActKind = "hold-consultation"
    public static let authority: Authority = "consultation.hold"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let consultation: Identifier<Kind.Consultation>
    public let heldOn: CalendarDate

    public enum Fields {
        static let consultation = Field<Identifier<Kind.Consultation>>(
            "consultation", .reference(Kind.Consultation.type))
        static let heldOn = Field<CalendarDate>("heldOn", .date(.notAfterToday))
    }
    public static let fields: [FieldDescription] = [
        Fields.consultation.description, Fields.heldOn.description,
    ]

    public init(_ input: Input) throws {
        consultation = try input[Fields.consultation]
        heldOn = try input[Fields.heldOn]
    }

    public func check(_ standing: Standing) throws {
        guard try standing.item(.consultation, consultation.rawValue).value == "requested" else {
            throw Refusal("consultation.held", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            consultation.rawValue, value: "held", in: [.state, .directorate],
            detail: ["heldOn": .string(heldOn.description)], entry)
        try tables.join(consultation.rawValue, entry.performer.person?.rawValue ?? "", entry)
    }
}
