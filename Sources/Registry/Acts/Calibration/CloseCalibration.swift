import Disclosure
import Storage

/// Closes a calibration: what was given counts, and shows.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: it is open, and two raters handed in at least.
/// - After: closed; on each text stands how many of those who handed in gave it which value, which the Directorate sees.
///   Who gave what, heads alone see, and each rater of their own.
/// - Refuses: `calibration.not-at-stage`, `calibration.too-few-handed-in`.
public struct CloseCalibration: Act {
    public static let kind: ActKind = "close-calibration"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
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
        guard found.seats.filter({ $0.stage == .handedIn }).count >= 2 else {
            throw Refusal("calibration.too-few-handed-in", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.countRatings(of: calibration.rawValue, entry)
        try tables.reword(
            calibration.rawValue, value: CalibrationStage.closed.rawValue, in: [.directorate], entry)
    }
}
