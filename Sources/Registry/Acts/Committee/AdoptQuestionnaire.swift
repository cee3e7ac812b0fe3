import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Records that the Committee adopted a version of a questionnaire: from this act on assessments open on it.
///
/// - Performer: the Committee's secretary, who records its decision.
/// - Authority: `committee.decide`.
/// - Before: the pack in force holds that version, and it was never adopted.
/// - After: the version is in use, with the questions that the pack in force holds; earlier ones stay in use until
///   withdrawn, but new assessments open on this one.
/// - Refuses: `questionnaire.version-unknown`, `questionnaire.adopted-already`.
public struct AdoptQuestionnaire: Act {
    public static let kind: ActKind = "adopt-questionnaire"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [ErasedColumns("questionnaire_edition", ["reference"], by: "since_entry")]

    public let questionnaire: QuestionnaireID
    public let edition: String
    public let decidedOn: CalendarDate
    public let reference: String
    public let pack: String

    public enum Fields {
        static let questionnaire = Field<QuestionnaireID>(
            "questionnaire", .reference(Kind.Questionnaire.type))
        static let edition = Field<String>("edition", .line(maxLength: 40))
        static let decidedOn = Field<CalendarDate>("decidedOn", .date(.notAfterToday))
        static let reference = Field<String>("reference", .line(maxLength: 200), erasable: true)
        static let pack = Field<String>("pack", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.questionnaire.description, Fields.edition.description, Fields.decidedOn.description,
        Fields.reference.description, Fields.pack.description,
    ]

    public init(_ input: Input) throws {
        questionnaire = try input[Fields.questionnaire]
        edition = try input[Fields.edition]
        decidedOn = try input[Fields.decidedOn]
        reference = try input[Fields.reference]
        pack = try input[Fields.pack]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        draft.make(Fields.pack, .string(try standing.reader.packInForce() ?? ""))
    }

    public func check(_ standing: Standing) throws {
        let held = standing.pack?.questionnaires.first { $0.code == questionnaire.rawValue }
        guard held?.version == edition else {
            throw Refusal("questionnaire.version-unknown", .incomplete, ["edition": edition])
        }
        let adopted = try standing.reader.editions(of: questionnaire.rawValue)
        guard !adopted.contains(where: { $0.version == edition }) else {
            throw Refusal("questionnaire.adopted-already", .notNow, ["edition": edition])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO questionnaire_edition (code, version, pack_hash, adopted_on, reference, since_entry)
            VALUES (:code, :version, :pack, :on, :reference, :entry)
            """,
            [
                "code": questionnaire, "version": edition, "pack": pack, "on": decidedOn,
                "reference": reference, "entry": entry.index,
            ])
    }
}
