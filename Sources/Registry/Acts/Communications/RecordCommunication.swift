import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Records a letter or a note verbale that came in from a State.
///
/// - Performer: an expert, a head for the Directorate; the secretary for the Committee; a Mission its own State's to either.
/// - Authority: `communication.record`.
/// - Before: it is dated no later than today; the case is the State's.
/// - After: received under the next number; the State has it, and so have the Directorate and, of those to the
///   Committee, the Committee.
/// - Refuses: `communication.other-office`, `communication.other-state`, `state.not-own`, `communication.not-number`.
public struct RecordCommunication: Act {
    public static let kind: ActKind = "record-communication"
    public static let authority: Authority = "communication.record"
    public static let performers: [Performer] = [
        .capacity(.expert), .capacity(.head), .capacity(.committeeSecretary), .capacity(.mission),
    ]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]
    public var entryReaders: EntryReaders? { Communication.readers(of: office).union(.state) }

    public let state: String
    public let office: String
    public let form: String
    /// The State's own number of it.
    public let theirReference: String?
    public let datedOn: CalendarDate
    public let language: String
    public let signatory: LocalizedWording
    public let summary: LocalizedWording
    public let assessment: AssessmentID?
    public let answers: Identifier<Kind.Communication>?
    public let communication: Identifier<Kind.Communication>
    public let mark: String

    public enum Fields {
        static let state = Field<String>("state", .pack(.states))
        static let office = Field<String>("office", .choice(["directorate", "committee"]))
        static let form = Field<String>("form", .choice(["note-verbale", "letter"]))
        static let theirReference = Field<String>("theirReference", .line(maxLength: 60), optional: true)
        static let datedOn = Field<CalendarDate>("datedOn", .date(.notAfterToday))
        static let language = Field<String>("language", .language)
        static let signatory = Field<LocalizedWording>(
            "signatory", .localized(maxLength: 200), erasable: true)
        static let summary = Field<LocalizedWording>("summary", .localized(maxLength: 8_000), erasable: true)
        static let assessment = Field<AssessmentID>(
            "assessment", .reference(Kind.Assessment.type), optional: true)
        static let answers = Field<Identifier<Kind.Communication>>(
            "answers", .reference(Kind.Communication.type), optional: true)
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .new(Kind.Communication.type))
        static let mark = Field<String>("mark", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.state.description, Fields.office.description, Fields.form.description,
        Fields.theirReference.description, Fields.datedOn.description, Fields.language.description,
        Fields.signatory.description, Fields.summary.description, Fields.assessment.description,
        Fields.answers.description, Fields.communication.description, Fields.mark.description,
    ]

    public init(_ input: Input) throws {
        state = try input[Fields.state]
        office = try input[Fields.office]
        form = try input[Fields.form]
        theirReference = try input.optional(Fields.theirReference)
        datedOn = try input[Fields.datedOn]
        language = try input[Fields.language]
        signatory = try input[Fields.signatory]
        summary = try input[Fields.summary]
        assessment = try input.optional(Fields.assessment)
        answers = try input.optional(Fields.answers)
        communication = try input[Fields.communication]
        mark = try input[Fields.mark]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let office = draft.values[Fields.office.description.name]?.string ?? ""
        draft.make(Fields.mark, .string(standing.pack?.mark(of: office) ?? ""))
    }

    public func check(_ standing: Standing) throws {
        switch standing.performer.capacity {
        case .mission: try standing.requireOwn(state: state)
        case .committeeSecretary: try standing.requireOffice(office)
        default:
            guard office == Pack.Office.Code.directorate.rawValue else {
                throw Refusal("communication.other-office", .notAllowed)
            }
        }
        _ = try standing.requireAssessment(assessment, of: state)
        try standing.requireCommunication(answers, of: state)
        // A number, and no words: those stand where an erasure finds them.
        let isNumber = theirReference?.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/.-() ".contains($0))
        }
        guard isNumber ?? true else { throw Refusal("communication.not-number", .incomplete) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        var detail = try tables.numbered(
            office: office, direction: "in", mark: mark, state: state, assessment: assessment?.rawValue ?? "",
            on: entry.at.description)
        detail["direction"] = "in"
        detail["office"] = .string(office)
        detail["form"] = .string(form)
        detail["language"] = .string(language)
        detail["datedOn"] = .string(datedOn.description)
        if let theirReference { detail["theirReference"] = .string(theirReference) }
        try tables.put(
            Item(
                id: communication.rawValue, type: .communication,
                room: Communication.rooms(of: office).last, state: state,
                assessment: assessment?.rawValue ?? "", parent: answers?.rawValue ?? "",
                value: Communication.Stage.received.rawValue, body: summary, note: signatory, detail: detail),
            in: Communication.rooms(of: office) + [.state], entry)
    }
}
