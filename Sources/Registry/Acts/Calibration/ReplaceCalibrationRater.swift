import Disclosure
import Storage

/// Names somebody else in the place of a rater who cannot rate in time.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: it is open; the one has not handed in; the other is not among the raters, and may be one.
/// - After: what the one gave does not count; the other begins anew.
/// - Refuses: `calibration.not-at-stage`, `calibration.not-replaceable`, `calibration.rates-already`,
///   `calibration.rater-not-expert`, `calibration.rater-knows-case`.
public struct ReplaceCalibrationRater: Act {
    public static let kind: ActKind = "replace-calibration-rater"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let calibration: Identifier<Kind.Calibration>
    public let person: PersonID
    public let successor: PersonID

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let successor = Field<PersonID>("successor", .reference(Kind.Person.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.calibration.description, Fields.person.description, Fields.successor.description,
    ]

    public init(_ input: Input) throws {
        calibration = try input[Fields.calibration]
        person = try input[Fields.person]
        successor = try input[Fields.successor]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibration(calibration.rawValue, at: [.open])
        guard found.rates(person.rawValue) else { throw Refusal("calibration.not-replaceable", .notNow) }
        if found.seats.contains(where: { $0.person == successor.rawValue }) {
            throw Refusal("calibration.rates-already", .notNow)
        }
        try standing.requireRaters([successor.rawValue], of: found)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.move(person.rawValue, in: calibration.rawValue, to: .released, entry)
        try tables.seat(successor.rawValue, in: calibration.rawValue, entry)
    }
}
