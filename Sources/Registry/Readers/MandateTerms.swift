import Mandate
import Storage

/// What computing a duty's dates needs to know of the resolutions: when they were adopted, how long they run,
/// what followed them.
struct MandateTerms {
    /// The usual number of days before its date from which a duty counts as due.
    static let usualDueWithinDays = 30

    struct Resolution {
        let symbol: String
        let adoptedOn: CalendarDate?
        /// The end of the term that the resolution itself sets, as a confirmed duty says it.
        let termEnds: CalendarDate?
    }

    let resolutions: [String: Resolution]
    let successions: [SuccessionView]

    func symbol(of resolution: ResolutionID) -> String {
        resolutions[resolution.rawValue]?.symbol ?? resolution.rawValue
    }

    /// The term under which a duty stands: its resolution's, and what later ones did to it or to this duty.
    func term(of duty: DutyID, in resolution: ResolutionID, today: CalendarDate) -> MandateTerm {
        let own = resolutions[resolution.rawValue]
        let effects = successions.filter { $0.earlier == resolution && ($0.duty == nil || $0.duty == duty) }
            .compactMap { one -> MandateTerm.Succession? in
                guard let symbol = Symbol(parsing: self.symbol(of: one.later)) else { return nil }
                return MandateTerm.Succession(effect(of: one), by: symbol, from: one.fromOn)
            }
        return MandateTerm(adopted: own?.adoptedOn ?? today, ends: own?.termEnds, successions: effects)
    }

    private func effect(of succession: SuccessionView) -> MandateTerm.Succession.Effect {
        switch succession.effect {
        case "renews": .renewed(until: succession.untilOn ?? succession.fromOn)
        case "replaces": .replaced
        case "ends": .ended
        default: .amended
        }
    }

    struct Computed {
        let occurrences: [DutyView.Occurrence]
        let status: DutyStatus
        let nextDue: String?
    }

    /// A duty's dates and how it stands.
    func schedule(
        of duty: DutyFacts, events: [DutyView.Event], fulfilments: [DutyView.Fulfilment],
        today: CalendarDate, dueWithinDays: Int
    ) -> Computed {
        guard let limit = TimeLimit(normalised: duty.normalised, text: "") else {
            return withoutDate(duty, fulfilments, today)
        }
        // A relative limit that names the adoption of its own resolution has its event already.
        let adopted = resolutions[duty.resolution.rawValue]?.adoptedOn
        var starts = events.map { StartEvent($0.about ?? "", on: $0.occurredOn) }
        if duty.startsAtAdoption, let adopted { starts.append(StartEvent("", on: adopted)) }
        let schedule = DutySchedule(
            limit.value, role: duty.limitKind == "term" ? .term : .task,
            term: term(of: duty.id, in: duty.resolution, today: today), events: starts,
            fulfilments: fulfilments.map { Fulfilment(on: $0.fulfilledOn, for: DuePoint($0.due)) })
        let occurrences = schedule.occurrences(on: today, dueWithinDays: dueWithinDays).map { one in
            DutyView.Occurrence(
                due: one.due.description, lastDay: one.due.lastDay, status: one.status,
                fulfilledOn: one.fulfilledOn, startedBy: one.because.start, about: one.because.event)
        }
        return Computed(
            occurrences: occurrences, status: schedule.status(on: today, dueWithinDays: dueWithinDays),
            nextDue: schedule.nextDue(on: today)?.description)
    }

    /// A duty without a measure of time lives as long as its mandate.
    private func withoutDate(
        _ duty: DutyFacts, _ fulfilments: [DutyView.Fulfilment], _ today: CalendarDate
    ) -> Computed {
        let term = term(of: duty.id, in: duty.resolution, today: today)
        let isOver = term.lastDay(asOf: today).map { $0 < today } ?? false
        let status: DutyStatus = isOver ? .spent : fulfilments.isEmpty ? .upcoming : .fulfilled
        return Computed(occurrences: [], status: status, nextDue: nil)
    }
}

/// What of a duty its dates depend on.
struct DutyFacts {
    let id: DutyID
    let resolution: ResolutionID
    let limitKind: String
    let normalised: String

    /// `P6M from=the adoption of this resolution`: the one event that every resolution has.
    var startsAtAdoption: Bool {
        guard let words = normalised.split(separator: "from=", maxSplits: 1).dropFirst().first else {
            return false
        }
        return Self.adoption.contains { words.contains($0) } || words == "adoption"
    }

    /// How such texts name their own adoption.
    private static let adoption = [
        "adoption of this resolution", "adoption of the present resolution",
        "adoption de la présente résolution",
        "本決議通過", "本决议通过", "通過本決議", "通过本决议",
    ]
}

extension Reader {
    /// What the dates of some resolutions' duties need: two statements, and no more rows than they have
    /// successors.
    func mandateTerms(of ids: [ResolutionID]) throws -> MandateTerms {
        let successions = try successions(of: ids)
        let wanted = Set(ids.map(\.rawValue)).union(successions.map(\.later.rawValue))
        var resolutions: [String: MandateTerms.Resolution] = [:]
        for row in try select(
            """
            SELECT resolution.id, resolution.symbol, resolution.adopted_on,
                   (SELECT max(term.normalised) FROM visible_term AS term
                     WHERE term.resolution_id = resolution.id) AS term_ends
              FROM visible_resolution AS resolution WHERE resolution.id IN (:list)
            """, list: wanted.sorted())
        {
            let ends = try row.optional("term_ends", as: String.self).flatMap { DuePoint($0)?.lastDay }
            resolutions[try row.get("id")] = MandateTerms.Resolution(
                symbol: try row.get("symbol"), adoptedOn: try row.optional("adopted_on"), termEnds: ends)
        }
        return MandateTerms(resolutions: resolutions, successions: successions)
    }
}
