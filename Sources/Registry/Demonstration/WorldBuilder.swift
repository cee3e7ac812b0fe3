import Disclosure
import Mandate
import Pack
import Record

/// Performs what is planned, day by day, as the people of the world.
struct WorldBuilder {
    /// An act that will be performed on its day.
    struct Planned {
        let day: CalendarDate
        let sequence: Int
        let kind: ActKind
        let fields: [String: JSONValue]
        let performer: ActPerformer
        let made: [String: JSONValue]
        let mark: String?
    }

    let registry: Registry
    let clock: DemonstrationClock
    let script: WorldScript
    let cases: CaseScript
    let arguments: DemonstrationArguments
    let pack: Pack
    /// The first day of the record.
    let start: CalendarDate
    /// Cases that were planned, with their first days.
    var origins: [Origin] = []
    private var identifiers: SeededRandom
    /// For dates and turns of the story.
    var chance: SeededRandom
    private var planned: [Planned] = []
    private var sequence = 0
    /// Those that planned acts attach, by identifier.
    var files: [String: DemonstrationFile] = [:]
    private var cast: [String: ActPerformer] = [:]
    /// Entries that later acts name.
    private var marked: [String: EntryID] = [:]

    init(
        registry: Registry, clock: DemonstrationClock, script: WorldScript, cases: CaseScript,
        arguments: DemonstrationArguments, pack: Pack
    ) throws {
        self.registry = registry
        self.clock = clock
        self.script = script
        self.cases = cases
        self.arguments = arguments
        self.pack = pack
        let random = SeededRandom(seed: arguments.seed)
        identifiers = random.stream("identifiers")
        chance = random.stream("story")
        let today = arguments.today
        let earliest = (Self.lastAdoption(of: pack) ?? today).adding(days: 4)
        let wanted = today.adding(days: -365 * arguments.years)
        start = max(wanted, earliest)
        guard start.adding(days: 60) <= arguments.today else {
            throw DemonstrationFault.today(earliest: earliest.adding(days: 60))
        }
    }

    /// When the youngest resolution of which there is a text was adopted: nobody works under it before.
    private static func lastAdoption(of pack: Pack) -> CalendarDate? {
        pack.resolutions.filter { !$0.texts.isEmpty }.compactMap { CalendarDate($0.adopted) }.max()
    }

    mutating func newID() -> String { Surroundings.identifier(from: identifiers.bytes(26)) }

    /// Makes a person with one capacity known, so that acts can be planned for them.
    mutating func cast(_ person: WorldScript.Person, id: PersonID, grant: GrantID) throws {
        guard let capacity = Capacity(rawValue: person.capacity) else {
            throw DemonstrationFault.script("the capacity “\(person.capacity)”")
        }
        cast[person.key] = ActPerformer(
            person: id, grant: grant, capacity: capacity, about: about(person), via: .page)
    }

    /// The code that a person's capacity is about.
    func about(_ person: WorldScript.Person) -> String? {
        guard let parts = person.about?.split(separator: ":"), parts.count == 2 else { return nil }
        if parts[0] == "state", let index = Int(parts[1]) {
            return pack.states[index % pack.states.count].code
        }
        return String(parts[1])
    }

    func performer(_ key: String) throws -> ActPerformer {
        guard let performer = cast[key] else { throw DemonstrationFault.script("the person “\(key)”") }
        return performer
    }

    /// Plans an act; on a later day than the world's last it never happens.
    mutating func plan(
        _ kind: ActKind, on day: CalendarDate, by key: String, _ fields: [String: JSONValue],
        made: [String: JSONValue] = [:], mark: String? = nil
    ) throws {
        plan(kind, on: day, by: try performer(key), fields, made: made, mark: mark)
    }

    mutating func plan(
        _ kind: ActKind, on day: CalendarDate, by performer: ActPerformer, _ fields: [String: JSONValue],
        made: [String: JSONValue] = [:], mark: String? = nil
    ) {
        guard day <= arguments.today else { return }
        sequence += 1
        planned.append(
            Planned(
                day: max(day, start), sequence: sequence, kind: kind, fields: fields, performer: performer,
                made: made, mark: mark))
    }

    /// Performs what is planned up to a day, that day included, in the order of days.
    mutating func perform(through day: CalendarDate) async throws {
        let due = planned.filter { $0.day <= day }.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
        planned.removeAll { $0.day <= day }
        for first in stride(from: 0, to: due.count, by: Registry.mostInOneTransaction) {
            let part = Array(due[first..<min(first + Registry.mostInOneTransaction, due.count)])
            let calls = zip(part, times(of: part)).map { one, at in
                ActCall(one.kind, one.fields, by: one.performer, made: one.made, at: at)
            }
            if let last = calls.last?.at { clock.move(to: last) }
            for (one, at) in zip(part, times(of: part)) {
                guard let file = one.fields["file"]?.string.flatMap({ files[$0] }) else { continue }
                try await registry.stage(file, by: one.performer, at: at)
            }
            for (one, performed) in zip(part, try await registry.perform(all: calls)) {
                if let mark = one.mark { marked[mark] = performed.entry }
            }
        }
    }

    /// The entry of an act that was planned under a mark, once it was performed; given out once.
    mutating func takeMark(_ mark: String) -> EntryID? { marked.removeValue(forKey: mark) }

    /// Office hours begin at nine; a minute and a half lies between two acts.
    private func times(of acts: [Planned]) -> [Instant] {
        var previous: CalendarDate?
        var count: Int64 = 0
        return acts.map { act in
            count = act.day == previous ? count + 1 : 0
            previous = act.day
            let morning = Instant(startOf: act.day, inZone: pack.timeZone)
            return morning.advanced(byMicroseconds: 9 * 3_600_000_000 + count * 91_000_000)
        }
    }

    /// Six in the evening, after whatever was done on that day; so that the world's last day still has some hours.
    func evening(of day: CalendarDate) -> Instant {
        Instant(endOf: day, inZone: pack.timeZone).advanced(byMicroseconds: -6 * 3_600_000_000)
    }
}
