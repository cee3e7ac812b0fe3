import Record

/// What happens in the cases of the demonstration world, as `cases.json` tells it.
struct CaseScript: Sendable {
    /// One cycle of one State.
    struct Cycle: Sendable {
        let last: CaseStep
        /// Days before the world's last one on which the last step is taken.
        let ends: Int
        let turns: Set<CaseTurn>
    }

    /// For each State that has a case its cycles, in the order of the pack's States.
    let cases: [[Cycle]]
    /// What is said about a requirement, over a whole case.
    let topics: [JSONValue]
    let practices: [JSONValue]
    /// On what the ratings rest about which no more is said.
    let bases: [JSONValue]
    let overviews: [JSONValue]
    /// What is added to a finding in English alone, so that its translation is behind.
    let afterthought: String
    let reasons: JSONValue
    /// Names under letters, and what letters that came in say.
    let letters: JSONValue
    let consultation: JSONValue
    /// What is answered of the detailed survey besides the topics.
    let detailed: [JSONValue]
    /// An answer that should not have been written; later its payload is erased.
    let slip: JSONValue
    /// What is said at a question, in each room.
    let talk: JSONValue
    /// Files that bear out an answer, and a rating.
    let evidence: [JSONValue]
    /// Assessments from before the software, with the place of their State in the pack.
    let historic: [JSONValue]
    /// Requests for information outside assessments, with the place of their State in the pack.
    let requests: [JSONValue]
    /// How a later version of a questionnaire asks.
    let nextVersion: JSONValue
    /// Anonymous texts that several rate, with what they give and what is agreed.
    let calibration: JSONValue
    let missions: [String]
    let focalPoints: [String]

    /// - Throws: `JSONParseError`, `DemonstrationFault.script`.
    init(bytes: [UInt8]) throws {
        let json = try JSONValue(parsing: bytes)
        // A world may begin without any.
        cases = try (json["cases"]?.array ?? []).map { try ($0.array ?? []).map(Cycle.init) }
        topics = try json.scriptList("topics")
        practices = try json.scriptList("practices")
        bases = try json.scriptList("bases")
        overviews = try json.scriptList("overviews")
        afterthought = json["afterthought"]?.string ?? ""
        reasons = json["reasons"] ?? .null
        letters = json["letters"] ?? .null
        consultation = json["consultation"] ?? .null
        detailed = json["detailed"]?.array ?? []
        slip = json["slip"] ?? .null
        talk = json["talk"] ?? .null
        evidence = json["evidence"]?.array ?? []
        historic = cases.isEmpty ? [] : json["historic"]?.array ?? []
        requests = cases.isEmpty ? [] : json["requests"]?.array ?? []
        nextVersion = json["nextVersion"] ?? .null
        calibration = json["calibration"] ?? .null
        let people = json["people"] ?? .null
        missions = try people.scriptList("missions").compactMap(\.string)
        focalPoints = try people.scriptList("focalPoints").compactMap(\.string)
    }
}

/// The steps of a case in their order; `returned`, `declined` and `released` end it where they are taken.
enum CaseStep: String, CaseIterable, Sendable {
    case preparing
    case withState = "with-state"
    case revised
    case secondRead = "second-read"
    case approved, submitted, circulated, returned, ended, adopted, told, declined, opened, released
    case followedUp = "followed-up"
    case closed

    /// The steps up to this one.
    var path: [CaseStep] {
        let branches: Set<CaseStep> = [.returned, .declined, .released]
        let before = Self.allCases.prefix { $0 != self }.filter { !branches.contains($0) }
        return before + [self]
    }
}

/// What may happen in a case besides its steps.
enum CaseTurn: String, Sendable {
    case observations, handing, drafts, consultation, conflict, detailed, slip, hold, objection, measure,
        withhold, unsettled
    case secondReading = "second-reading"
    case caseTeam = "case-team"
    case liftedHold = "lifted-hold"
}

extension CaseScript.Cycle {
    fileprivate init(_ json: JSONValue) throws {
        guard let last = json["through"]?.string.flatMap(CaseStep.init) else {
            throw DemonstrationFault.script("the step “\(json["through"]?.string ?? "")”")
        }
        self.last = last
        ends = json["ends"]?.int ?? 0
        turns = Set(
            try (json["also"]?.array ?? []).map { turn in
                guard let known = turn.string.flatMap(CaseTurn.init) else {
                    throw DemonstrationFault.script("the turn “\(turn.string ?? "")”")
                }
                return known
            })
    }
}

extension JSONValue {
    fileprivate func scriptList(_ key: String) throws -> [JSONValue] {
        guard let list = self[key]?.array, !list.isEmpty else { throw DemonstrationFault.script("“\(key)”") }
        return list
    }

    /// With words in the place of what stands for them, in every text inside.
    func replacing(_ words: [String: String]) -> JSONValue {
        switch self {
        case .string(let text):
            .string(words.reduce(text) { $0.replacing($1.key, with: $1.value) })
        case .object(let members): .object(members.mapValues { $0.replacing(words) })
        case .array(let elements): .array(elements.map { $0.replacing(words) })
        default: self
        }
    }
}
