import Mandate
import Pack
import Record

/// The acts of one cycle in their order, before days are set: how long after one another, and who.
struct CaseDraft {
    /// An act, so many days after the case began; a wait for the Committee's silence comes on top.
    struct Step {
        let days: Int
        let waits: Int
        let kind: ActKind
        let performer: String
        let fields: [String: JSONValue]
        let made: [String: JSONValue]
        let mark: String?
    }

    /// Calendar days that are enough for the silence procedure, whatever holidays fall into it.
    static let silenceDays = 22
    /// Stand for the day of an act and its year until the day is set.
    static let dayWord = "{day}"
    static let yearWord = "{year}"

    let cast: CaseCast
    /// Those on which the case has findings.
    let topics: [JSONValue]
    /// Those that are answered, and in part rated, and no more is said.
    let others: [JSONValue]
    let script: CaseScript
    let pack: Pack
    /// Counts the cases, for symbols and texts.
    let number: Int
    let turns: Set<CaseTurn>
    let assessment: String
    /// Whether its draft is not with the State yet.
    let isBeingPrepared: Bool
    private let stateNames: [String: String]
    private(set) var steps: [Step] = []
    /// From the first act to the last, but for the silences.
    private(set) var days = 0
    /// How often the Committee's silence is waited for.
    private(set) var silences = 0
    private var identifiers: SeededRandom

    /// What later acts name.
    var findings: [String] = []
    var recommendations: [String] = []
    var practice = ""
    var observations: [String] = []
    var circulation = ""
    var notice = ""

    init(
        _ cycle: CaseScript.Cycle, _ script: CaseScript, pack: Pack, cast: CaseCast, number: Int,
        state: [String: String],
        identifiers: SeededRandom
    ) {
        self.script = script
        self.pack = pack
        self.cast = cast
        self.number = number
        self.identifiers = identifiers
        turns = cycle.turns
        isBeingPrepared = cycle.last == .preparing
        let shifts = [0, 1, 3] + [2, 4, 5, 6, 7]
        let all = shifts.map { shift in
            Self.localized(script.topics[(number * 3 + shift) % script.topics.count], state)
        }
        topics = Array(all.prefix(3))
        others = Array(all.dropFirst(3))
        assessment = Surroundings.identifier(from: self.identifiers.bytes(26))
        stateNames = state
        for step in cycle.last.path { take(step, isLast: step == cycle.last) }
    }

    private mutating func newID() -> String { Surroundings.identifier(from: identifiers.bytes(26)) }

    /// Lets days pass.
    mutating func pass(_ more: Int) { days += more }

    /// Waits until the silence ran out.
    mutating func waitForSilence() { silences += 1 }

    /// An act about the assessment.
    ///
    /// - Parameter making: the field for the new object's identifier.
    /// - Returns: that identifier.
    @discardableResult
    mutating func act(
        _ kind: ActKind, by performer: String, _ fields: [String: JSONValue], making: String? = nil,
        onCase: Bool = true, mark: String? = nil
    ) -> String {
        let id = making == nil ? "" : (making == "assessment" ? assessment : newID())
        var fields = fields
        if onCase { fields["assessment"] = .string(assessment) }
        steps.append(
            Step(
                days: days, waits: silences, kind: kind, performer: performer, fields: fields,
                made: making.map { [$0: .string(id)] } ?? [:], mark: mark))
        return id
    }

    /// A text with the State's name in each language.
    func text(_ value: JSONValue?) -> JSONValue { Self.localized(value ?? .null, stateNames) }

    func reason(_ key: String) -> JSONValue { text(script.reasons[key]) }

    private static func localized(_ value: JSONValue, _ state: [String: String]) -> JSONValue {
        guard case .object(let members) = value else { return value }
        return .object(
            members.reduce(into: [:]) { result, member in
                let name = state[member.key]
                result[member.key] =
                    name.map { member.value.replacing(["{state}": $0]) } ?? localized(member.value, state)
            })
    }

    private mutating func take(_ step: CaseStep, isLast: Bool) {
        switch step {
        case .preparing: prepare(isLast: isLast)
        case .withState: sendDraft(isLast: isLast)
        case .revised: revise()
        case .secondRead: if isReadSecond { readSecond() }
        case .approved: approve()
        case .submitted: submit()
        case .circulated: circulate()
        case .returned: giveBack()
        case .ended: endSilence()
        case .adopted: adopt(isLast: isLast)
        case .told: giveNotice(isLast: isLast)
        case .declined: decline()
        case .opened: open()
        case .released: releaseFurther()
        case .followedUp: followUp()
        case .closed: close()
        }
    }
}

/// Who acts in a case, by their keys among the world's people.
struct CaseCast {
    let state: String
    let lead: String
    let second: String
    /// Approves; did not lead.
    let head: String
    let mission: String
    let focalPoint: String
    let contributor: String?
    /// Identifiers of those who are named in acts.
    let ids: [String: String]

    func id(_ key: String?) -> JSONValue { .string(key.flatMap { ids[$0] } ?? "") }
}
