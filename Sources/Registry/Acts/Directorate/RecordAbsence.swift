import Disclosure
import Mandate
import Record
import Storage

/// Says when a colleague of the Directorate is away, and who sees to their cases meanwhile.
///
/// The deputy acts in their own name; what waits for the colleague stands on the deputy's desk too.
///
/// - Performer: an expert for themselves, a head for anybody.
/// - Authority: `assessment.conduct`.
/// - Before: the last day is not before the first; deputy and colleague are two people of the Directorate; no other
///   absence of the colleague overlaps.
/// - After: an absence, for the Directorate alone.
/// - Refuses: `absence.not-own`, `absence.order`, `absence.own-deputy`, `absence.overlaps`, `reading.not-directorate`.
public struct RecordAbsence: Act {
    public static let kind: ActKind = "record-absence"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    public let person: PersonID
    public let from: CalendarDate
    public let until: CalendarDate
    public let deputy: PersonID
    public let absence: Identifier<Kind.Absence>

    public enum Fields {
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let from = Field<CalendarDate>("from", .date(.any))
        static let until = Field<CalendarDate>("until", .date(.any))
        static let deputy = Field<PersonID>("deputy", .reference(Kind.Person.type))
        static let absence = Field<Identifier<Kind.Absence>>("absence", .new(Kind.Absence.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.person.description, Fields.from.description, Fields.until.description,
        Fields.deputy.description, Fields.absence.description,
    ]

    public init(_ input: Input) throws {
        person = try input[Fields.person]
        from = try input[Fields.from]
        until = try input[Fields.until]
        deputy = try input[Fields.deputy]
        absence = try input[Fields.absence]
    }

    public func check(_ standing: Standing) throws {
        if standing.performer.capacity == .expert, standing.performer.person != person {
            throw Refusal("absence.not-own", .notAllowed)
        }
        guard from <= until else { throw Refusal("absence.order", .incomplete) }
        guard person != deputy else { throw Refusal("absence.own-deputy", .incomplete) }
        try standing.requireOfDirectorate(person)
        try standing.requireOfDirectorate(deputy)
        let overlaps = try standing.reader.absences().contains {
            $0.person == person.rawValue && $0.from <= until && from <= $0.until
        }
        if overlaps { throw Refusal("absence.overlaps", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.put(
            Item(
                id: absence.rawValue, type: .absence, room: .directorate, state: "", assessment: "",
                value: "recorded",
                detail: [
                    "person": .string(person.rawValue), "deputy": .string(deputy.rawValue),
                    "from": .string(from.description), "until": .string(until.description),
                ]), in: [.directorate], entry)
    }
}
