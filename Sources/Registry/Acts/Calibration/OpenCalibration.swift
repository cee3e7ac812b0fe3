import Disclosure
import Mandate
import Record
import Storage

/// Opens a calibration to its raters.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: it is in preparation and has a text; two raters at least, experts who neither led nor rated the case that
///   the texts are drawn from. Conflicts of interest and nationality keep nobody away: the texts are anonymous.
/// - After: open; the texts stand in the Directorate's room; each rater has a place.
/// - Refuses: `calibration.not-at-stage`, `calibration.no-text`, `calibration.too-few-raters`,
///   `calibration.rater-not-expert`, `calibration.rater-knows-case`, `calibration.due-past`.
public struct OpenCalibration: Act {
    public static let kind: ActKind = "open-calibration"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let calibration: Identifier<Kind.Calibration>
    public let raters: [String]
    public let dueOn: CalendarDate

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
        static let raters = Field<[String]>("raters", .references(Kind.Person.type))
        static let dueOn = Field<CalendarDate>("dueOn", .date(.any))
    }
    public static let fields: [FieldDescription] = [
        Fields.calibration.description, Fields.raters.description, Fields.dueOn.description,
    ]

    public init(_ input: Input) throws {
        calibration = try input[Fields.calibration]
        raters = try input[Fields.raters]
        dueOn = try input[Fields.dueOn]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibration(calibration.rawValue, at: [.preparing])
        if found.units.isEmpty { throw Refusal("calibration.no-text", .notNow) }
        if raters.count < 2 { throw Refusal("calibration.too-few-raters", .incomplete) }
        if dueOn < standing.today { throw Refusal("calibration.due-past", .incomplete) }
        try standing.requireRaters(raters, of: found)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let id = calibration.rawValue
        try tables.openCalibration(id, until: dueOn.description, entry)
        try tables.sendUnits(of: id, entry)
        for person in raters { try tables.seat(person, in: id, entry) }
    }
}
