import Disclosure
import Mandate
import Record
import Storage

/// Reports what the State did about a recommendation; it is sent at once.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `measure.report`.
/// - Before: the recommendation was adopted.
/// - After: reported, with the State and the Directorate.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`.
public struct ReportMeasure: Act {
    public static let kind: ActKind = "report-measure"
    public static let authority: Authority = "measure.report"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let recommendation: Identifier<Kind.Recommendation>
    public let text: LocalizedWording
    public let takenOn: CalendarDate
    public let office: LocalizedWording?
    /// How far the State says it is.
    public let progress: String?
    public let measure: Identifier<Kind.Measure>

    public enum Fields {
        static let recommendation = Field<Identifier<Kind.Recommendation>>(
            "recommendation", .reference(Kind.Recommendation.type))
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 20_000), erasable: true)
        static let takenOn = Field<CalendarDate>("takenOn", .date(.notAfterToday))
        static let office = Field<LocalizedWording>(
            "office", .localized(maxLength: 200), optional: true, erasable: true)
        static let progress = Field<String>("progress", .choice(Undertaking.stages), optional: true)
        static let measure = Field<Identifier<Kind.Measure>>("measure", .new(Kind.Measure.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.recommendation.description, Fields.text.description, Fields.takenOn.description,
        Fields.office.description, Fields.progress.description, Fields.measure.description,
    ]

    public init(_ input: Input) throws {
        recommendation = try input[Fields.recommendation]
        text = try input[Fields.text]
        takenOn = try input[Fields.takenOn]
        office = try input.optional(Fields.office)
        progress = try input.optional(Fields.progress)
        measure = try input[Fields.measure]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.recommendation, recommendation.rawValue)
        try standing.requireOwn(state: current.state)
        try standing.require(
            try standing.assessment(AssessmentID(current.assessment)), at: [.adopted, .inFollowUp])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: recommendation.rawValue)
        var detail: [String: JSONValue] = ["takenOn": .string(takenOn.description)]
        if let progress { detail["progress"] = .string(progress) }
        try tables.put(
            Item(
                id: measure.rawValue, type: .measure, room: .state, state: place.state,
                assessment: place.assessment, parent: recommendation.rawValue, theme: place.theme,
                requirement: place.requirement, value: "reported", body: text,
                note: office, detail: detail),
            in: [.state, .directorate], entry)
    }
}
