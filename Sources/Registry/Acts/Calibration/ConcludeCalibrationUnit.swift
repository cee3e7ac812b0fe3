import Disclosure
import Record
import Storage

/// Writes what was agreed to hold of a text, once its values were discussed.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the calibration is closed.
/// - After: the text is a worked example, shown beside the anchors where this requirement is rated.
/// - Refuses: `calibration.not-at-stage`, `scale.unknown-option`, `calibration.names-state`.
public struct ConcludeCalibrationUnit: Act {
    public static let kind: ActKind = "conclude-calibration-unit"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]

    public let unit: Identifier<Kind.CalibrationUnit>
    public let value: String
    public let conclusion: LocalizedWording

    public enum Fields {
        static let unit = Field<Identifier<Kind.CalibrationUnit>>(
            "unit", .reference(Kind.CalibrationUnit.type))
        static let value = Field<String>("value", .line(maxLength: 60))
        static let conclusion = Field<LocalizedWording>(
            "conclusion", .localized(maxLength: 4_000), erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.unit.description, Fields.value.description, Fields.conclusion.description,
    ]

    public init(_ input: Input) throws {
        unit = try input[Fields.unit]
        value = try input[Fields.value]
        conclusion = try input[Fields.conclusion]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibrationUnit(unit.rawValue, at: [.closed])
        try standing.requireOption(value, for: found.calibration)
        try standing.requireAnonymous(conclusion, of: found.calibration.origin)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(unit.rawValue, value: value, note: conclusion, in: [.directorate], entry)
    }
}
