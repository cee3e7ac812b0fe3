import Disclosure
import Record
import Storage

/// Begins a calibration: texts of a case, made anonymous, that several will rate without seeing one another's values.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the head sees the case, closed or running; the title has neither its State's name nor its code.
/// - After: in preparation, for heads alone; so is from which case the texts are drawn, now and later. The entry
///   is heads' too, since it names the case.
/// - Refuses: `calibration.names-state`.
public struct PrepareCalibration: Act {
    public static let kind: ActKind = "prepare-calibration"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = []
    public static let erasure = [ErasedColumns("item", ["body"], by: "body_by")]

    public let assessment: AssessmentID
    public let title: LocalizedWording
    public let calibration: Identifier<Kind.Calibration>
    public let questionnaire: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let title = Field<LocalizedWording>("title", .localized(maxLength: 200), erasable: true)
        static let calibration = Field<Identifier<Kind.Calibration>>(
            "calibration", .new(Kind.Calibration.type))
        static let questionnaire = Field<String>("questionnaire", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.title.description, Fields.calibration.description,
        Fields.questionnaire.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        title = try input[Fields.title]
        calibration = try input[Fields.calibration]
        questionnaire = try input[Fields.questionnaire]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = AssessmentID(draft.values[Fields.assessment.description.name]?.string ?? "")
        draft.make(
            Fields.questionnaire, .string(try standing.reader.assessment(id)?.questionnaire ?? ""))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.assessment(assessment)
        try standing.requireAnonymous(title, of: assessment.rawValue)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.keep(
            Item(
                id: calibration.rawValue, type: .calibration, room: nil, state: "",
                assessment: calibration.rawValue, value: CalibrationStage.preparing.rawValue, body: title,
                detail: [
                    "origin": .string(assessment.rawValue), "questionnaire": .string(questionnaire),
                ]), entry)
    }
}
