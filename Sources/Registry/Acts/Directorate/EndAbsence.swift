import Disclosure
import Storage

/// Ends an absence, or takes back one that was recorded by mistake.
///
/// - Performer: an expert for themselves, a head for anybody.
/// - Authority: `assessment.conduct`.
/// - Before: the absence stands.
/// - After: ended; the deputy's desk shows the deputy's own cases alone again.
/// - Refuses: `absence.not-own`, `absence.ended`.
public struct EndAbsence: Act {
    public static let kind: ActKind = "end-absence"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    public let absence: Identifier<Kind.Absence>

    public enum Fields {
        static let absence = Field<Identifier<Kind.Absence>>("absence", .reference(Kind.Absence.type))
    }
    public static let fields: [FieldDescription] = [Fields.absence.description]

    public init(_ input: Input) throws { absence = try input[Fields.absence] }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(.absence, absence.rawValue)
        if standing.performer.capacity == .expert,
            found.text("person") != standing.performer.person?.rawValue
        {
            throw Refusal("absence.not-own", .notAllowed)
        }
        if found.value == "ended" { throw Refusal("absence.ended", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(absence.rawValue, value: "ended", in: [.directorate], entry)
    }
}
