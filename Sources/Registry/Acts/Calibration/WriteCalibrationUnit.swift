import Disclosure
import Record
import Storage

/// Writes the anonymous text about one requirement that raters will read in place of the case.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the calibration is in preparation; the text has neither the State's name nor its code, nor who leads the
///   case. Whether dates or places tell it, the head judges.
/// - After: a version of the text about this requirement, for heads alone until the calibration opens. So is
///   the entry.
/// - Refuses: `calibration.not-at-stage`, `calibration.names-state`, `requirement.unknown`.
public struct WriteCalibrationUnit: Act {
    public static let kind: ActKind = "write-calibration-unit"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = []
    public static let erasure = [ErasedColumns("item", ["body"], by: "body_by")]

    public let calibration: Identifier<Kind.Calibration>
    public let requirement: String
    public let text: LocalizedWording
    public let unit: Identifier<Kind.CalibrationUnit>
    public let theme: String

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 8_000), erasable: true)
        static let unit = Field<Identifier<Kind.CalibrationUnit>>("unit", .new(Kind.CalibrationUnit.type))
        static let theme = Field<String>("theme", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.calibration.description, Fields.requirement.description, Fields.text.description,
        Fields.unit.description, Fields.theme.description,
    ]

    public init(_ input: Input) throws {
        calibration = try input[Fields.calibration]
        requirement = try input[Fields.requirement]
        text = try input[Fields.text]
        unit = try input[Fields.unit]
        theme = try input[Fields.theme]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.calibration.description.name]?.string ?? ""
        let requirement = draft.values[Fields.requirement.description.name]?.string ?? ""
        let former = try standing.reader.calibration(id)?.units.first { $0.requirement == requirement }
        if let former { draft.make(Fields.unit, .string(former.id)) }
        draft.make(Fields.theme, .string(try standing.theme(of: requirement)))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibration(calibration.rawValue, at: [.preparing])
        try standing.requireAnonymous(text, of: found.origin)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.keep(
            Item(
                id: unit.rawValue, type: .calibrationUnit, room: nil, state: "",
                assessment: calibration.rawValue, parent: calibration.rawValue, theme: theme,
                requirement: requirement, body: text), entry)
    }
}
