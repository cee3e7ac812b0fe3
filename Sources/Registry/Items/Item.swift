import Disclosure
import Record

/// The kinds of item: whatever arises in a room and may be sent.
public enum ItemType: String, CaseIterable, Hashable, Sendable {
    /// One State, one cycle; each stage is a version.
    case assessment
    /// To one question: an expert's, or the State's beside it.
    case answer
    /// Of one requirement by one reader.
    case rating
    case finding, recommendation, overview
    /// What the State says of a sentence or an answer, and what was decided on it.
    case observation, decision
    /// What the State says it does about a question or a point of the draft, under its answer or observation.
    case step
    /// How the words of a text changed on an observation: what was, and what is.
    case rewording
    /// What adoption fixed for one requirement.
    case position
    /// Where the carrying out of a recommendation stands, and what the State did.
    case followUp = "follow-up", measure
    /// What will open to whom, told to the Mission.
    case notice
    /// A paper before the Committee, and a hold or an objection to it.
    case circulation, objection
    case consultation
    /// Who was heard; the named team's alone.
    case source
    case secondReading = "second-reading"
    /// What is said at a question, within one room; and who of the Directorate answers it.
    case remark, assignment
    /// A letter or a note verbale, out or in.
    case communication
    /// A file, and what it bears out: an answer, a rating, an observation, a communication that came in.
    case evidence
    /// What the Directorate asks of a State outside an assessment; its numbered questions, the State's replies to them,
    /// and the more time that the State asks for. All lie under the request, and in its file.
    case request
    case requestPoint = "request-point"
    case requestReply = "request-reply"
    case requestTime = "request-time"
    /// An exercise in which several rate the same anonymous texts; a text; a rater's place; what a rater made of a text.
    /// Of no State.
    case calibration
    case calibrationUnit = "calibration-unit"
    case calibrationSeat = "calibration-seat"
    case calibrationRating = "calibration-rating"
    /// When a colleague of the Directorate is away; of no State.
    case absence
    /// Of a colleague of the Directorate.
    case nationality

    public var objectType: ObjectType { ObjectType(rawValue: rawValue) }

    /// Those that submission opens to the Committee.
    public static let submitted: [ItemType] = [.overview, .finding, .recommendation]
    /// Those that the State gets as they stand when a draft is sent; of the ratings it gets one for each requirement.
    public static let sentToState: [ItemType] = [.answer] + submitted
    /// Those whose words may be structured: with headings, lists, emphasis, footnotes.
    public static let structured: Set<ItemType> = [
        .finding, .recommendation, .overview, .observation, .decision, .rewording,
    ]
    /// Those of whose words it is kept which language is the original, and how the others stand to it.
    public static let translated: Set<ItemType> = [.finding, .recommendation, .overview]
    /// Those that can be opened beyond the Committee, withheld and released.
    public static let releasable: [ItemType] = submitted + [.position, .followUp]
}

/// A version of an item that an act writes.
struct Item {
    let id: String
    let type: ItemType
    /// Where it arises; nil for a team's.
    let room: Room.Kind?
    let state: String
    let assessment: String
    var parent = ""
    var theme = ""
    var requirement = ""
    var question = ""
    var value: String?
    var body: LocalizedWording?
    /// How the languages of the body stand, where that is kept: `Translations` as JSON.
    var translations: JSONValue?
    /// A reason, an addressee, what is quoted.
    var note: LocalizedWording?
    /// Codes and dates alone: no free text, which an erasure could not find.
    var detail: [String: JSONValue] = [:]
}

public typealias AssessmentID = Identifier<Kind.Assessment>
public typealias FindingID = Identifier<Kind.Finding>
/// Names one item of any kind.
public typealias AnyItemID = Identifier<Kind.AnyItem>

extension Kind {
    public enum Assessment: ObjectKind { public static let type: ObjectType = "assessment" }
    public enum Answer: ObjectKind { public static let type: ObjectType = "answer" }
    public enum Rating: ObjectKind { public static let type: ObjectType = "rating" }
    public enum Finding: ObjectKind { public static let type: ObjectType = "finding" }
    public enum Recommendation: ObjectKind { public static let type: ObjectType = "recommendation" }
    public enum Overview: ObjectKind { public static let type: ObjectType = "overview" }
    public enum Observation: ObjectKind { public static let type: ObjectType = "observation" }
    public enum Decision: ObjectKind { public static let type: ObjectType = "decision" }
    public enum FollowUp: ObjectKind { public static let type: ObjectType = "follow-up" }
    public enum Measure: ObjectKind { public static let type: ObjectType = "measure" }
    public enum Notice: ObjectKind { public static let type: ObjectType = "notice" }
    public enum Circulation: ObjectKind { public static let type: ObjectType = "circulation" }
    public enum Objection: ObjectKind { public static let type: ObjectType = "objection" }
    public enum Consultation: ObjectKind { public static let type: ObjectType = "consultation" }
    public enum Source: ObjectKind { public static let type: ObjectType = "source" }
    public enum Remark: ObjectKind { public static let type: ObjectType = "remark" }
    public enum Assignment: ObjectKind { public static let type: ObjectType = "assignment" }
    public enum SecondReading: ObjectKind { public static let type: ObjectType = "second-reading" }
    public enum Communication: ObjectKind { public static let type: ObjectType = "communication" }
    public enum Evidence: ObjectKind { public static let type: ObjectType = "evidence" }
    public enum Request: ObjectKind { public static let type: ObjectType = "request" }
    public enum RequestPoint: ObjectKind { public static let type: ObjectType = "request-point" }
    public enum RequestReply: ObjectKind { public static let type: ObjectType = "request-reply" }
    public enum RequestTime: ObjectKind { public static let type: ObjectType = "request-time" }
    public enum Calibration: ObjectKind { public static let type: ObjectType = "calibration" }
    public enum CalibrationUnit: ObjectKind { public static let type: ObjectType = "calibration-unit" }
    public enum CalibrationSeat: ObjectKind { public static let type: ObjectType = "calibration-seat" }
    public enum CalibrationRating: ObjectKind { public static let type: ObjectType = "calibration-rating" }
    public enum Absence: ObjectKind { public static let type: ObjectType = "absence" }
    public enum Nationality: ObjectKind { public static let type: ObjectType = "nationality" }
    public enum Withholding: ObjectKind { public static let type: ObjectType = "withholding" }
    public enum Release: ObjectKind { public static let type: ObjectType = "release" }
    public enum NamedGrant: ObjectKind { public static let type: ObjectType = "named-grant" }
    /// Any item: what a withholding, a release, an observation can be about.
    public enum AnyItem: ObjectKind { public static let type: ObjectType = "item" }
}
