import Disclosure
import Storage

/// Asks that civil society, academia or others be consulted in the State's assessment (OP 14).
///
/// - Performer: the State's Mission, its focal point.
/// - Authority: `consultation.hold`.
/// - Before: the assessment is the State's own, and not adopted.
/// - After: requested, with State and Directorate; without it none is held (I9).
/// - Refuses: `state.not-own`, `assessment.not-at-stage`.
public struct RequestConsultation: Act {
    public static let kind: ActKind = "request-consultation"
    public static let authority: Authority = "consultation.hold"
    public static let performers: [Performer] = [.capacity(.mission), .capacity(.focalPoint)]
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let text: LocalizedWording
    public let consultation: Identifier<Kind.Consultation>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 20_000), erasable: true)
        static let consultation = Field<Identifier<Kind.Consultation>>(
            "consultation", .new(Kind.Consultation.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.text.description, Fields.consultation.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        text = try input[Fields.text]
        consultation = try input[Fields.consultation]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.requireOwn(state: found.state)
        guard !AssessmentStage.decided.contains(found.stage) else {
            throw Refusal("assessment.not-at-stage", .notNow, ["stage": found.stage.rawValue])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: consultation.rawValue, type: .consultation, room: .state, state: facts.state,
                assessment: facts.id, parent: facts.id, value: "requested", body: text),
            in: [.state, .directorate], entry)
    }
}
