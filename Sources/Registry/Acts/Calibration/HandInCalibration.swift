import Disclosure
import Storage

/// Says that a rater is done; what they gave stays theirs until the calibration is closed.
///
/// - Performer: a rater of the calibration.
/// - Authority: `assessment.read-second`.
/// - Before: it is open, and the rater rated every text.
/// - After: handed in, which the Directorate sees; the rater changes nothing any more.
/// - Refuses: `calibration.not-at-stage`, `calibration.not-rater`, `calibration.unrated`.
public struct HandInCalibration: Act {
    public static let kind: ActKind = "hand-in-calibration"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.expert)]
    public static let readers: EntryReaders? = [.directorate]

    public let calibration: Identifier<Kind.Calibration>

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
    }
    public static let fields: [FieldDescription] = [Fields.calibration.description]

    public init(_ input: Input) throws { calibration = try input[Fields.calibration] }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibration(calibration.rawValue, at: [.open])
        let person = standing.performer.person?.rawValue
        guard found.rates(person) else { throw Refusal("calibration.not-rater", .notAllowed) }
        let missing = found.units.filter { found.rating(of: $0.id, by: person) == nil }.map(\.requirement)
        guard missing.isEmpty else {
            throw Refusal(
                "calibration.unrated", .incomplete, ["requirements": missing.joined(separator: ", ")])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.move(
            entry.performer.person?.rawValue ?? "", in: calibration.rawValue, to: .handedIn, entry)
    }
}
