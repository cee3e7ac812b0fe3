import Disclosure
import Record
import Storage

/// Approves an assessment for submission, and says how it covers what runs through all themes.
///
/// - Performer: a head who did not lead it.
/// - Authority: `assessment.approve`.
/// - Before: the second reading is concluded where one was assigned; each observation is answered; no difference
///   between readers is open; every top shortfall was read by two, and with a second reader the whole sample; human rights, gender, children and victims are covered, not covered or not applicable
///   (I23).
/// - After: `approved`.
/// - Refuses: `assessment.not-at-stage`, `assessment.own`, `assessment.reading-open`,
///   `assessment.unread`,
///   `assessment.observation-open`, `assessment.difference-open`.
public struct ApproveAssessment: Act {
    public static let kind: ActKind = "approve-assessment"
    public static let authority: Authority = "assessment.approve"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let humanRights: String
    public let gender: String
    public let children: String
    public let victims: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
        static let humanRights = Field<String>(
            "humanRights", .choice(["covered", "not-covered", "not-applicable"]))
        static let gender = Field<String>("gender", .choice(["covered", "not-covered", "not-applicable"]))
        static let children = Field<String>(
            "children", .choice(["covered", "not-covered", "not-applicable"]))
        static let victims = Field<String>("victims", .choice(["covered", "not-covered", "not-applicable"]))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description, Fields.humanRights.description,
        Fields.gender.description, Fields.children.description, Fields.victims.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        humanRights = try input[Fields.humanRights]
        gender = try input[Fields.gender]
        children = try input[Fields.children]
        victims = try input[Fields.victims]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: [.revised, .secondRead, .returned])
        guard found.lead != standing.performer.person?.rawValue else {
            throw Refusal("assessment.own", .notAllowed)
        }
        let items = try standing.reader.items(of: assessment.rawValue)
        guard items.allSatisfy({ $0.type != .secondReading || $0.value == "concluded" }) else {
            throw Refusal("assessment.reading-open", .notNow)
        }
        try requireRead(items, found, standing)
        guard items.unansweredObservations.isEmpty else {
            throw Refusal("assessment.observation-open", .notNow)
        }
        if let open = RatingRow.rows(items).first(where: \.isOpen) {
            throw Refusal("assessment.difference-open", .notNow, ["requirement": open.requirement])
        }
    }

    /// Every top shortfall, and where there is a second reader the whole sample, was rated by two.
    private func requireRead(_ items: [ItemView], _ found: AssessmentView, _ standing: Standing) throws {
        guard let sample = standing.pack?.sample(of: found) else { return }
        let rows = RatingRow.rows(items)
        let firsts = Dictionary(rows.compactMap { row in row.first?.value.map { (row.requirement, $0) } }) {
            first, _ in first
        }
        let isRead = items.contains { $0.type == .secondReading }
        let read = Set(rows.filter { $0.second != nil }.map(\.requirement))
        let unread = (isRead ? sample.requirements(firsts) : sample.shortfalls(firsts))
            .filter { !read.contains($0) }
        guard unread.isEmpty else {
            throw Refusal(
                "assessment.unread", .notNow, ["requirements": unread.joined(separator: ", ")])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        var detail = facts.detail
        detail["coverage"] = .object([
            "human-rights": .string(humanRights), "gender": .string(gender), "children": .string(children),
            "victims": .string(victims),
        ])
        try tables.stage(.approved, of: facts, detail: detail, entry)
    }
}
