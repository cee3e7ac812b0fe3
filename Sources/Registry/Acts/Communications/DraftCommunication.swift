import Disclosure
import Pack
import Record
import Storage

/// Drafts a letter or a note verbale to a State, from a text of the pack.
///
/// - Performer: an expert, a head; for the Committee also its secretary.
/// - Authority: `communication.write`.
/// - Before: the text's placeholders can be filled in; the case is the State's.
/// - After: a draft, in the Directorate's room; one of the Committee's stands in its room too. Without a text of one's
///   own it says what the pack's does.
/// - Refuses: `communication.other-office`, `communication.other-state`, `communication.assessment-missing`.
public struct DraftCommunication: Act {
    public static let kind: ActKind = "draft-communication"
    public static let authority: Authority = "communication.write"
    public static let performers: [Performer] = [
        .capacity(.expert), .capacity(.head), .capacity(.committeeSecretary),
    ]
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]
    public var entryReaders: EntryReaders? { Communication.readers(of: office) }

    public let state: String
    public let letter: String
    public let assessment: AssessmentID?
    public let text: LocalizedWording
    public let communication: Identifier<Kind.Communication>
    public let office: String
    public let form: String

    public enum Fields {
        static let state = Field<String>("state", .pack(.states))
        static let letter = Field<String>("letter", .pack(.letters))
        static let assessment = Field<AssessmentID>(
            "assessment", .reference(Kind.Assessment.type), optional: true)
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), optional: true, erasable: true)
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .new(Kind.Communication.type))
        static let office = Field<String>("office", .made)
        static let form = Field<String>("form", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.state.description, Fields.letter.description, Fields.assessment.description,
        Fields.text.description, Fields.communication.description, Fields.office.description,
        Fields.form.description,
    ]

    public init(_ input: Input) throws {
        state = try input[Fields.state]
        letter = try input[Fields.letter]
        assessment = try input.optional(Fields.assessment)
        text = try input.optional(Fields.text) ?? LocalizedWording([:])
        communication = try input[Fields.communication]
        office = try input[Fields.office]
        form = try input[Fields.form]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let code = draft.values[Fields.letter.description.name]?.string
        guard let letter = standing.pack?.letters.first(where: { $0.code == code }) else { return }
        draft.make(Fields.office, .string(letter.office.rawValue))
        draft.make(Fields.form, .string(letter.form.rawValue))
        guard draft.values[Fields.text.description.name] == nil else { return }
        let state = draft.values[Fields.state.description.name]?.string
        let name = standing.pack?.states.first { $0.code == state }?.name
        let id = draft.values[Fields.assessment.description.name]?.string
        let cycle = try id.flatMap { try standing.reader.assessment(AssessmentID($0)) }?.cycle
        let texts = letter.text { placeholder, language in
            switch placeholder {
            case .state: name?.in(language) ?? ""
            case .cycle: cycle.map(String.init) ?? ""
            }
        }
        draft.make(Fields.text, LocalizedWording(texts).json)
    }

    public func check(_ standing: Standing) throws {
        try standing.requireOffice(office)
        let found = try standing.requireAssessment(assessment, of: state)
        let letter = standing.pack?.letters.first { $0.code == self.letter }
        guard found != nil || letter?.placeholders.contains(.cycle) != true else {
            throw Refusal("communication.assessment-missing", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.put(
            Item(
                id: communication.rawValue, type: .communication,
                room: Communication.rooms(of: office).last, state: state,
                assessment: assessment?.rawValue ?? "", value: Communication.Stage.draft.rawValue, body: text,
                detail: [
                    "direction": "out", "office": .string(office), "form": .string(form),
                    "template": .string(letter),
                ]), in: Communication.rooms(of: office), entry)
    }
}
