import Disclosure
import Record
import Storage

/// Ends a calibration without a result.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: it is in preparation or open.
/// - After: withdrawn, with the reason; what was given stays each rater's own, and nobody else ever sees it. One that
///   was never opened stays with heads.
/// - Refuses: `calibration.not-at-stage`.
public struct WithdrawCalibration: Act {
    public static let kind: ActKind = "withdraw-calibration"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]

    public let calibration: Identifier<Kind.Calibration>
    public let reason: LocalizedWording
    public let stage: String

    /// One that was never opened is known to nobody else.
    public var entryReaders: EntryReaders? {
        stage == CalibrationStage.preparing.rawValue ? [] : [.directorate]
    }

    public enum Fields {
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .reference(Kind.Calibration.type))
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
        static let stage = Field<String>("stage", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.calibration.description, Fields.reason.description, Fields.stage.description,
    ]

    public init(_ input: Input) throws {
        calibration = try input[Fields.calibration]
        reason = try input[Fields.reason]
        stage = try input[Fields.stage]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.calibration.description.name]?.string ?? ""
        draft.make(Fields.stage, .string(try standing.reader.calibration(id)?.stage.rawValue ?? ""))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.calibration(calibration.rawValue, at: [.preparing, .open])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.withdrawCalibration(
            calibration.rawValue, reason, isPreparing: stage == CalibrationStage.preparing.rawValue, entry)
    }
}
