import Disclosure
import Mandate
import Pack
import Record

extension WorldBuilder {
    /// Plans the cases, each in a State of its own, so that each stands today where its script says.
    ///
    /// Where the record is too short for a case, its days draw together; the Committee's silence keeps its own.
    mutating func planCases() throws {
        var number = 0
        for index in pack.states.indices {
            let cycles = cycles(of: index)
            guard !cycles.isEmpty else { continue }
            let cast = try planStaff(of: index)
            var drafts: [(draft: CaseDraft, ends: Int)] = []
            for cycle in cycles {
                let seed = SeededRandom(seed: arguments.seed).stream("case \(number)")
                let state = pack.states[index]
                drafts.append(
                    (
                        CaseDraft(
                            cycle, cases, pack: pack, cast: cast, number: number, state: state.name.values,
                            identifiers: seed),
                        cycle.ends
                    ))
                number += 1
            }
            try place(drafts)
        }
        try planAbsence()
        try planCalibrations()
    }

    /// One expert is away today, and another stands in.
    private mutating func planAbsence() throws {
        let day = arguments.today.adding(days: -8)
        let authority = registry.catalogue["record-absence"]?.authority.rawValue ?? ""
        guard !pack.authority(authority, on: day.description).isEmpty else { return }
        let fields: [String: JSONValue] = [
            "person": .string(try performer("expert-two").person?.rawValue ?? ""),
            "deputy": .string(try performer("expert").person?.rawValue ?? ""),
            "from": .string(arguments.today.adding(days: -3).description),
            "until": .string(arguments.today.adding(days: 11).description),
        ]
        try plan("record-absence", on: day, by: "expert-two", fields)
    }

    /// The script's cases come again once all were told, with other topics; every second State of these has a closed
    /// cycle before, and every tenth none at all yet.
    private func cycles(of index: Int) -> [CaseScript.Cycle] {
        guard !cases.cases.isEmpty else { return [] }
        let told = cases.cases[index % cases.cases.count]
        let isRepeated = index >= cases.cases.count
        if isRepeated, index % 10 == 9 { return [] }
        guard isRepeated, index % 2 == 0, told.count == 1, let now = told.first else { return told }
        return [CaseScript.Cycle(last: .closed, ends: now.ends + 300, turns: [.observations, .measure])]
            + told
    }

    /// Sets the days of a State's cycles.
    private mutating func place(_ drafts: [(draft: CaseDraft, ends: Int)]) throws {
        let available = start.adding(days: 8).days(until: arguments.today)
        var end = arguments.today
        var placed: [(CaseDraft, CalendarDate, (Int) -> Int)] = []
        let wanted = drafts.first.map { $0.ends + $0.draft.days } ?? 0
        let waits = CaseDraft.silenceDays * (drafts.map(\.draft.silences).reduce(0, +))
        let room = available - waits
        guard room > 4 else { return }
        let scale: (Int) -> Int = { wanted > room ? $0 * room / wanted : $0 }
        for (draft, ends) in drafts {
            end = arguments.today.adding(days: -scale(ends))
            let length = scale(draft.days) + draft.silences * CaseDraft.silenceDays
            placed.append((draft, end.adding(days: -length), scale))
        }
        // Where days drew together so far that a cycle would run into the next, it is left out.
        var next: CalendarDate?
        var kept: [(CaseDraft, CalendarDate, (Int) -> Int)] = []
        for one in placed.reversed() {
            let length = scale(one.0.days) + one.0.silences * CaseDraft.silenceDays
            // A weekend may push its last acts on by two days.
            guard next.map({ one.1.adding(days: length + 2) < $0 }) ?? true else { break }
            next = one.1
            kept.insert(one, at: 0)
        }
        for (draft, first, scale) in kept {
            try plan(draft, from: first, scale)
            try planMove(of: draft, openedOn: workingDay(first))
        }
    }

    /// A case goes as far as there is authority for it: the mandate's own may have run out on a late day.
    private mutating func plan(_ draft: CaseDraft, from first: CalendarDate, _ scale: (Int) -> Int) throws {
        origins.append(Origin(draft: draft, first: first))
        for step in draft.steps {
            let day = workingDay(
                first.adding(days: scale(step.days) + step.waits * CaseDraft.silenceDays))
            let authority = registry.catalogue[step.kind]?.authority.rawValue ?? ""
            guard !pack.authority(authority, on: day.description).isEmpty else { return }
            let words = [CaseDraft.dayWord: day.description, CaseDraft.yearWord: String(day.year)]
            try plan(
                step.kind, on: day, by: step.performer, step.fields.mapValues { $0.replacing(words) },
                made: step.made, mark: step.mark)
        }
    }

    /// The same day, or the Monday after it.
    private func workingDay(_ day: CalendarDate) -> CalendarDate {
        switch day.weekday {
        case .saturday: min(day.adding(days: 2), max(day, arguments.today))
        case .sunday: min(day.next, max(day, arguments.today))
        default: day
        }
    }

    /// The names as they are; then each with a second family name, so that no two are alike.
    private static func name(_ index: Int, of names: [String]) -> String {
        let round = index / names.count
        guard round > 0 else { return names[index % names.count] }
        let second = names[(index + round) % names.count].split(separator: " ").last ?? ""
        return "\(names[index % names.count])-\(second)"
    }

    /// Opens the accounts of a State's Mission and focal point, where nobody signs in for them.
    private mutating func planStaff(of index: Int) throws -> CaseCast {
        let about = "state:\(index)"
        var keys: [Capacity: String] = [:]
        for person in script.people where person.about == about {
            if let capacity = Capacity(rawValue: person.capacity) { keys[capacity] = person.key }
        }
        for (capacity, names) in [(Capacity.mission, cases.missions), (.focalPoint, cases.focalPoints)]
        where keys[capacity] == nil {
            let person = WorldScript.Person(
                key: "\(capacity.rawValue):\(index)", name: Self.name(index, of: names),
                capacity: capacity.rawValue, about: about, language: index % 4 == 3 ? "zh-Hans" : "en",
                stage: nil, reason: nil)
            keys[capacity] = person.key
            try planOfficial(person, confirmedBy: capacity == .mission ? "head" : keys[.mission] ?? "head")
        }
        let lead = index % 3 == 1 ? "expert-two" : "expert"
        let head = index % 2 == 0 ? "head" : "head-two"
        let people = ["expert", "expert-two", keys[.contributor]].compactMap { $0 }
        return CaseCast(
            state: pack.states[index].code, lead: lead, second: lead == "expert" ? "expert-two" : "expert",
            head: head, mission: keys[.mission] ?? "mission",
            focalPoint: keys[.focalPoint] ?? "focal-point", contributor: keys[.contributor],
            ids: try people.reduce(into: [:]) { $0[$1] = try performer($1).person?.rawValue })
    }
}
