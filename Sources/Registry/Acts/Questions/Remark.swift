import Disclosure
import Record
import Storage

/// What is said at a question, within one room: the fields of the two acts by which the Directorate and a State each talk
/// among themselves.
struct Remark: Sendable {
    let assessment: AssessmentID
    let question: String
    let text: LocalizedWording
    let named: PersonID?
    let remark: Identifier<Kind.Remark>

    enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let question = Field<String>("question", .pack(.questions))
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 8_000), erasable: true)
        static let named = Field<PersonID>("named", .reference(Kind.Person.type), optional: true)
        static let remark = Field<Identifier<Kind.Remark>>("remark", .new(Kind.Remark.type))
    }
    static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.question.description, Fields.text.description,
        Fields.named.description, Fields.remark.description,
    ]
    static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        question = try input[Fields.question]
        text = try input[Fields.text]
        named = try input.optional(Fields.named)
        remark = try input[Fields.remark]
    }

    /// The case goes on, the question is one of its questionnaire, and who is named is of the room.
    ///
    /// - Parameter state: of whose room; nil for the Directorate's.
    func check(_ standing: Standing, state: String?) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: Set(AssessmentStage.allCases).subtracting([.closed]))
        _ = try standing.question(question, of: found)
        guard let named else { return }
        guard try standing.reader.person(named)?.isOfRoom(ofState: state) == true else {
            throw Refusal("discussion.not-of-room", .incomplete)
        }
    }

    func write(in room: Room.Kind, to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: remark.rawValue, type: .remark, room: room, state: facts.state, assessment: facts.id,
                question: question, body: text,
                detail: named.map { ["named": .string($0.rawValue)] } ?? [:]), in: [room], entry)
    }
}

extension PersonView {
    /// Whether they hold a capacity in the Directorate's room, or in a State's.
    public func isOfRoom(ofState state: String?) -> Bool {
        capacities.contains { grant in
            guard grant.stage == .held else { return false }
            return switch grant.capacity {
            case .expert, .head: state == nil
            case .focalPoint, .mission, .contributor: state != nil && grant.about == state
            default: false
            }
        }
    }
}
