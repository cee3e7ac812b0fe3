import Disclosure
import Record
import Storage

/// Rates an anonymous text, without seeing what others gave it.
///
/// - Performer: a rater of the calibration.
/// - Authority: `assessment.read-second`.
/// - Before: it is open, and the rater has not handed in yet.
/// - After: a version of the rater's own value, with basis and confidence; nobody else's to see before the calibration
///   is closed, and then heads' alone. So is the entry: its performer's.
/// - Refuses: `calibration.not-at-stage`, `calibration.not-rater`, `scale.unknown-option`.
public struct RateCalibrationUnit: Act {
    public static let kind: ActKind = "rate-calibration-unit"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.expert)]
    public static let readers: EntryReaders? = []
    public static let erasure = [ErasedColumns("item", ["body"], by: "body_by")]

    public let unit: Identifier<Kind.CalibrationUnit>
    public let value: String
    public let basis: LocalizedWording
    public let confidence: String
    public let rating: Identifier<Kind.CalibrationRating>

    public enum Fields {
        static let unit = Field<Identifier<Kind.CalibrationUnit>>(
            "unit", .reference(Kind.CalibrationUnit.type))
        static let value = Field<String>("value", .line(maxLength: 60))
        static let basis = Field<LocalizedWording>("basis", .localized(maxLength: 4_000), erasable: true)
        static let confidence = Field<String>("confidence", .choice(["high", "medium", "low"]))
        static let rating = Field<Identifier<Kind.CalibrationRating>>(
            "rating", .new(Kind.CalibrationRating.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.unit.description, Fields.value.description, Fields.basis.description,
        Fields.confidence.description, Fields.rating.description,
    ]

    public init(_ input: Input) throws {
        unit = try input[Fields.unit]
        value = try input[Fields.value]
        basis = try input[Fields.basis]
        confidence = try input[Fields.confidence]
        rating = try input[Fields.rating]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let unit = draft.values[Fields.unit.description.name]?.string ?? ""
        let own = try standing.reader.calibrationUnit(unit)?.calibration
            .rating(of: unit, by: standing.performer.person?.rawValue)
        if let own { draft.make(Fields.rating, .string(own.id)) }
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.calibrationUnit(unit.rawValue, at: [.open])
        guard found.calibration.rates(standing.performer.person?.rawValue) else {
            throw Refusal("calibration.not-rater", .notAllowed)
        }
        try standing.requireOption(value, for: found.calibration)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: unit.rawValue)
        try tables.keep(
            Item(
                id: rating.rawValue, type: .calibrationRating, room: nil, state: "",
                assessment: place.assessment, parent: unit.rawValue, theme: place.theme,
                requirement: place.requirement, value: value, body: basis,
                detail: ["confidence": .string(confidence)]), entry)
    }
}
