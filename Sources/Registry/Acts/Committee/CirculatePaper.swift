import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Circulates a submitted assessment to the Committee under the silence procedure.
///
/// - Performer: the Committee's secretary.
/// - Authority: `committee.circulate`.
/// - Before: `submitted`, and not in circulation.
/// - After: running until the end of a working day in the pack's time zone. Known inside Committee and secretariat.
/// - Refuses: `assessment.not-at-stage`, `circulation.running`.
public struct CirculatePaper: Act {
    public static let kind: ActKind = "circulate-paper"
    public static let authority: Authority = "committee.circulate"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.committee]

    public let assessment: AssessmentID
    public let symbol: String
    public let languages: String
    public let circulation: Identifier<Kind.Circulation>
    public let deadline: CalendarDate

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let symbol = Field<String>("symbol", .line(maxLength: 60))
        static let languages = Field<String>(
            "languages", .choice(["en", "zh-Hans", "en-and-zh-Hans", "all-official"]))
        static let circulation = Field<Identifier<Kind.Circulation>>(
            "circulation", .new(Kind.Circulation.type))
        static let deadline = Field<CalendarDate>("deadline", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.symbol.description, Fields.languages.description,
        Fields.circulation.description, Fields.deadline.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        symbol = try input[Fields.symbol]
        languages = try input[Fields.languages]
        circulation = try input[Fields.circulation]
        deadline = try input[Fields.deadline]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let limit = standing.pack?.stageLimit("silence")
        let deadline = limit.flatMap { standing.pack?.deadline(of: $0, from: standing.today) }
        draft.make(Fields.deadline, .string((deadline ?? standing.today).description))
    }

    public func check(_ standing: Standing) throws {
        try standing.require(try standing.assessment(assessment), at: [.submitted])
        let running = try standing.reader.items(of: assessment.rawValue, [.circulation])
        guard running.allSatisfy({ $0.value == "ended" }) else {
            throw Refusal("circulation.running", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: circulation.rawValue, type: .circulation, room: .committee, state: facts.state,
                assessment: facts.id, parent: facts.id, value: "running",
                detail: [
                    "symbol": .string(symbol), "languages": .string(languages),
                    "deadline": .string(deadline.description),
                    "circulatedOn": .string(String(entry.at.description.prefix(10))),
                ]), in: [.committee], entry)
    }
}
