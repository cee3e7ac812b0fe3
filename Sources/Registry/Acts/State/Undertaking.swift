import Disclosure
import Mandate
import Record
import Storage

/// What the State says it does about a question or a point of the draft: action, office, date and progress, each a field
/// of its own, beside its position and its reason. The acts by which a State answers share it.
///
/// It is an item of its own, a `step` under the answer or the observation, and goes where that goes.
struct Undertaking: Sendable {
    let action: LocalizedWording?
    let office: LocalizedWording?
    let date: CalendarDate?
    let progress: String?
    /// Identifier of the step; nil where there never was one.
    let step: String?

    enum Fields {
        static let action = Field<LocalizedWording>(
            "action", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let office = Field<LocalizedWording>(
            "office", .localized(maxLength: 200), optional: true, erasable: true)
        static let date = Field<CalendarDate>("date", .date(.any), optional: true)
        static let progress = Field<String>("progress", .choice(Undertaking.stages), optional: true)
        static let step = Field<String>("step", .made, optional: true)
    }
    static let fields: [FieldDescription] = [
        Fields.action.description, Fields.office.description, Fields.date.description,
        Fields.progress.description, Fields.step.description,
    ]
    /// How far the State says it is.
    static let stages = ["not-started", "in-progress", "partly-implemented", "implemented"]

    init(_ input: Input) throws {
        action = try input.optional(Fields.action)
        office = try input.optional(Fields.office)
        date = try input.optional(Fields.date)
        progress = try input.optional(Fields.progress)
        step = try input.optional(Fields.step)
    }

    /// The step that stands under an item already, or a new one where an action is named.
    static func prepare(_ draft: inout ActDraft, under parent: String?, _ standing: Standing) throws {
        if let former = try parent.flatMap({ try standing.reader.items(under: $0, .step).first }) {
            draft.make(Fields.step, .string(former.id))
        } else if draft.values[Fields.action.description.name] != nil {
            draft.make(Fields.step, .string(draft.makeID()))
        }
    }

    /// Whose office, by when and how far can be said of an action alone.
    ///
    /// - Throws: `state.action-missing`.
    func check() throws {
        guard action == nil, office != nil || date != nil || progress != nil else { return }
        throw Refusal("state.action-missing", .incomplete)
    }

    /// Writes the step under an item of the State's room; one that is named no more stays without words.
    func write(under parent: String, of place: ItemPlace, to tables: Tables, _ entry: RecordEntry) throws {
        guard let step else { return }
        var detail: [String: JSONValue] = [:]
        if let date { detail["date"] = .string(date.description) }
        if let progress { detail["progress"] = .string(progress) }
        try tables.put(
            Item(
                id: step, type: .step, room: .state, state: place.state, assessment: place.assessment,
                parent: parent, question: place.question, body: action, note: office, detail: detail),
            in: [.state], entry)
    }
}
