import Disclosure
import Record
import Storage

/// Records a nationality of a colleague, so that a pack can keep nationals away from their own State's file.
///
/// - Performer: an expert for themselves; a head for anybody.
/// - Authority: `assessment.conduct`.
/// - Before: the colleague holds a capacity of the Directorate.
/// - After: held, or held no longer; known to the Directorate alone.
/// - Refuses: `nationality.not-own`, `reading.not-directorate`.
public struct RecordNationality: Act {
    public static let kind: ActKind = "record-nationality"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let person: PersonID
    public let state: String
    public let held: String
    public let nationality: Identifier<Kind.Nationality>

    public enum Fields {
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let state = Field<String>("state", .pack(.states))
        static let held = Field<String>("held", .choice(["yes", "no"]))
        static let nationality = Field<Identifier<Kind.Nationality>>(
            "nationality", .new(Kind.Nationality.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.person.description, Fields.state.description, Fields.held.description,
        Fields.nationality.description,
    ]

    public init(_ input: Input) throws {
        person = try input[Fields.person]
        state = try input[Fields.state]
        held = try input[Fields.held]
        nationality = try input[Fields.nationality]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let person = draft.values[Fields.person.description.name]?.string
        let state = draft.values[Fields.state.description.name]?.string ?? ""
        let former = try standing.reader.items(.nationality, state: state)
            .first { $0.text("person") == person }
        if let former { draft.make(Fields.nationality, .string(former.id)) }
    }

    public func check(_ standing: Standing) throws {
        if standing.performer.capacity == .expert, standing.performer.person != person {
            throw Refusal("nationality.not-own", .notAllowed)
        }
        try standing.requireOfDirectorate(person)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.put(
            Item(
                id: nationality.rawValue, type: .nationality, room: .directorate, state: state,
                assessment: "", value: held == "yes" ? "held" : "ended",
                detail: ["person": .string(person.rawValue)]), in: [.directorate], entry)
    }
}
