import Disclosure
import Record
import Storage

/// Says where the carrying out of an adopted recommendation stands.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.follow-up`.
/// - Before: the recommendation was adopted; *implemented* and *partly implemented* rest on a measure that an expert
///   verified (I22).
/// - After: a version of the status, with Directorate, Committee and State; beyond them as far as the recommendation.
/// - Refuses: `assessment.not-at-stage`, `follow-up.measure-missing`.
public struct SetFollowUpStatus: Act {
    public static let kind: ActKind = "set-follow-up-status"
    public static let authority: Authority = "assessment.follow-up"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let recommendation: Identifier<Kind.Recommendation>
    public let status: String
    public let reason: LocalizedWording?
    public let followUp: Identifier<Kind.FollowUp>

    public enum Fields {
        static let recommendation = Field<Identifier<Kind.Recommendation>>(
            "recommendation", .reference(Kind.Recommendation.type))
        static let status = Field<String>(
            "status",
            .choice([
                "no-information", "not-started", "in-progress", "partly-implemented", "implemented",
                "no-longer-relevant",
            ]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let followUp = Field<Identifier<Kind.FollowUp>>("followUp", .new(Kind.FollowUp.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.recommendation.description, Fields.status.description, Fields.reason.description,
        Fields.followUp.description,
    ]

    public init(_ input: Input) throws {
        recommendation = try input[Fields.recommendation]
        status = try input[Fields.status]
        reason = try input.optional(Fields.reason)
        followUp = try input[Fields.followUp]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let recommendation = draft.values[Fields.recommendation.description.name]?.string ?? ""
        if let former = try standing.reader.items(under: recommendation, .followUp).first {
            draft.make(Fields.followUp, .string(former.id))
        }
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.recommendation, recommendation.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(current.assessment)), at: [.adopted, .inFollowUp])
        guard ["implemented", "partly-implemented"].contains(status) else { return }
        let measures = try standing.reader.items(under: recommendation.rawValue, .measure)
        guard measures.contains(where: { $0.value == "verified" }) else {
            throw Refusal("follow-up.measure-missing", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: recommendation.rawValue)
        try tables.put(
            Item(
                id: followUp.rawValue, type: .followUp, room: .directorate, state: place.state,
                assessment: place.assessment, parent: recommendation.rawValue, theme: place.theme,
                requirement: place.requirement, value: status, body: reason),
            in: [.directorate, .state, .committee], entry)
        try tables.derive(followUp.rawValue, from: [recommendation.rawValue], "parent", entry)
        try tables.followOpening(of: recommendation.rawValue, to: followUp.rawValue, entry)
    }
}
