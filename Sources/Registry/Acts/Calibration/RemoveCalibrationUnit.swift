import Disclosure
import Record
import Storage

/// Takes the text about one requirement out of a calibration that is being prepared.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the calibration is in preparation and has a text about the requirement.
/// - After: no rater gets the text; heads read it as of an earlier day alone. So is the entry.
/// - Refuses: `calibration.not-at-stage`, `calibration.no-such-text`.
public struct RemoveCalibrationUnit: Act {
    public static let kind: ActKind = "remove-calibration-unit"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = []

    public let calibration: Identifier<Kind.Calibration>
    public let requirement: String
    public let unit: String

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let unit = Field<String>("unit", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.calibration.description, Fields.requirement.description, Fields.unit.description,
    ]

    public init(_ input: Input) throws {
        calibration = try input[Fields.calibration]
        requirement = try input[Fields.requirement]
        unit = try input[Fields.unit]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.calibration.description.name]?.string ?? ""
        let requirement = draft.values[Fields.requirement.description.name]?.string ?? ""
        let found = try standing.reader.calibration(id)?.units.first { $0.requirement == requirement }
        draft.make(Fields.unit, .string(found?.id ?? ""))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.calibration(calibration.rawValue, at: [.preparing])
        guard !unit.isEmpty else { throw Refusal("calibration.no-such-text", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws { try tables.remove(unit, entry) }
}
