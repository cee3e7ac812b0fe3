import Disclosure
import Mandate
import Storage

/// Records that the Committee withdrew a version of a questionnaire from use.
///
/// - Performer: the Committee's secretary, who records its decision.
/// - Authority: `committee.decide`.
/// - Before: the version is in use.
/// - After: no assessment opens on it; those that run finish on it, and old ones stay readable.
/// - Refuses: `questionnaire.not-in-use`.
public struct WithdrawQuestionnaire: Act {
    public static let kind: ActKind = "withdraw-questionnaire"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [
        ErasedColumns("questionnaire_edition", ["withdrawn_reference"], by: "until_entry")
    ]

    public let questionnaire: QuestionnaireID
    public let edition: String
    public let decidedOn: CalendarDate
    public let reference: String

    public enum Fields {
        static let questionnaire = Field<QuestionnaireID>(
            "questionnaire", .reference(Kind.Questionnaire.type))
        static let edition = Field<String>("edition", .line(maxLength: 40))
        static let decidedOn = Field<CalendarDate>("decidedOn", .date(.notAfterToday))
        static let reference = Field<String>("reference", .line(maxLength: 200), erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.questionnaire.description, Fields.edition.description, Fields.decidedOn.description,
        Fields.reference.description,
    ]

    public init(_ input: Input) throws {
        questionnaire = try input[Fields.questionnaire]
        edition = try input[Fields.edition]
        decidedOn = try input[Fields.decidedOn]
        reference = try input[Fields.reference]
    }

    public func check(_ standing: Standing) throws {
        let adopted = try standing.reader.editions(of: questionnaire.rawValue)
        guard adopted.contains(where: { $0.version == edition && $0.isInUse }) else {
            throw Refusal("questionnaire.not-in-use", .notNow, ["edition": edition])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            UPDATE questionnaire_edition
               SET withdrawn_on = :on, withdrawn_reference = :reference, until_entry = :entry
             WHERE code = :code AND version = :version
            """,
            [
                "code": questionnaire, "version": edition, "on": decidedOn, "reference": reference,
                "entry": entry.index,
            ])
    }
}
