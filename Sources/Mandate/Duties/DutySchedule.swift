/// When a duty falls due, and how it stands: a function of what was recorded, and of the day.
public struct DutySchedule: Sendable {
    /// What part of the mandate a limit is.
    public enum Role: Hashable, Sendable {
        /// Something is to be done by then.
        case task
        /// The date is the mandate's own end.
        case term
    }

    public let limit: TimeLimit.Value
    public let role: Role
    public let term: MandateTerm
    public let events: [StartEvent]
    public let fulfilments: [Fulfilment]

    public init(
        _ limit: TimeLimit.Value, role: Role = .task, term: MandateTerm, events: [StartEvent] = [],
        fulfilments: [Fulfilment] = []
    ) {
        (self.limit, self.role, self.term) = (limit, role, term)
        self.events = events.sorted { ($0.on, $0.name) < ($1.on, $1.name) }
        self.fulfilments = fulfilments.sorted { $0.on < $1.on }
    }

    /// Every occurrence known on a day, the earliest first.
    ///
    /// - Parameter dueWithinDays: from how many days before its last day an occurrence is `due`.
    public func occurrences(on today: CalendarDate, dueWithinDays: Int) -> [DutyOccurrence] {
        let dates = dates(on: today)
        let fulfilled = matched(dates)
        return zip(dates, fulfilled).map { date, fulfilment in
            DutyOccurrence(
                due: date.due, status: status(date, fulfilment, today, dueWithinDays),
                fulfilledOn: fulfilment?.on,
                because: .init(limit: limit, start: date.start, event: date.event))
        }
    }

    /// The duty as a whole: the most pressing of its occurrences.
    public func status(on today: CalendarDate, dueWithinDays: Int) -> DutyStatus {
        let all = Set(occurrences(on: today, dueWithinDays: dueWithinDays).map(\.status))
        for pressing in [DutyStatus.overdue, .due, .upcoming] where all.contains(pressing) { return pressing }
        if term.isOver(on: today) { return all == [.fulfilled] ? .fulfilled : .spent }
        for settled in [DutyStatus.renewed, .spent, .fulfilled] where all.contains(settled) {
            return isLiving ? .upcoming : settled
        }
        return .upcoming
    }

    /// The earliest occurrence still open: one ahead, else one overdue; nil when none is.
    public func nextDue(on today: CalendarDate) -> DuePoint? {
        let open = occurrences(on: today, dueWithinDays: 0).filter {
            [.upcoming, .due, .overdue].contains($0.status)
        }
        return (open.first { $0.due.lastDay >= today } ?? open.first)?.due
    }

    /// Waits for further events of its kind.
    private var isLiving: Bool {
        if case .relative = limit { return !startsAtAdoption }
        return false
    }

    /// Counted from the resolution's adoption, so that it falls due once.
    private var startsAtAdoption: Bool {
        guard case .relative = limit else { return false }
        return !events.isEmpty && events.allSatisfy { $0.on == term.adopted }
    }

    // MARK: Dates

    private struct Dated {
        let due: DuePoint
        let start: CalendarDate?
        let event: String?
    }

    private func dates(on today: CalendarDate) -> [Dated] {
        switch limit {
        case .absolute(let point): [Dated(due: point, start: nil, event: nil)]
        case .relative(let period, _):
            events.map { Dated(due: .day($0.on.due(within: period)), start: $0.on, event: $0.name) }
                .sorted { $0.due < $1.due }
        case .recurring(let period): recurring(period, on: today)
        }
    }

    /// Periods from the adoption on, up to the one that today lies in, and the next one once that is
    /// fulfilled; none begins after the mandate's end. The period of the adoption itself counts only
    /// if something was done in it: a text of 30 December asks for no yearly report in two days.
    private func recurring(_ period: Period, on today: CalendarDate) -> [Dated] {
        let rhythm = Rhythm(period, adopted: term.adopted)
        let last = term.lastDay(asOf: today)
        var result: [Dated] = []
        var index = 0
        while index < 5000 {
            let span = rhythm.span(index)
            if let last, span.first > last { break }
            let isPast = span.last < today
            let isCurrent = span.first <= today && !isPast
            let isFirst = index == 0 && rhythm.isCalendar && span.first < term.adopted
            if !isPast, !isCurrent {
                guard let before = result.last, isFulfilled(before.due, from: before.start) else { break }
                result.append(
                    Dated(due: .day(min(span.last, last ?? span.last)), start: span.first, event: nil))
                break
            }
            let due = DuePoint.day(min(span.last, last ?? span.last))
            if !isFirst || isFulfilled(due, from: span.first) {
                result.append(Dated(due: due, start: span.first, event: nil))
            }
            index += 1
        }
        if result.isEmpty, last.map({ $0 >= rhythm.span(1).first }) ?? true {
            let span = rhythm.span(1)
            result.append(Dated(due: .day(min(span.last, last ?? span.last)), start: span.first, event: nil))
        }
        return result
    }

    private func isFulfilled(_ due: DuePoint, from start: CalendarDate?) -> Bool {
        fulfilments.contains { fulfilment in
            fulfilment.due.map { $0 == due }
                ?? (start.map { $0 <= fulfilment.on && fulfilment.on <= due.lastDay } ?? false)
        }
    }

    // MARK: Status

    /// Each fulfilment counts once: for the occurrence that it names, else for the period in which
    /// it falls, else for the earliest that is open.
    private func matched(_ dates: [Dated]) -> [Fulfilment?] {
        var result = [Fulfilment?](repeating: nil, count: dates.count)
        var left = fulfilments
        func assign(_ fits: (Dated, Fulfilment) -> Bool) {
            for index in dates.indices where result[index] == nil {
                if let at = left.firstIndex(where: { fits(dates[index], $0) }) {
                    result[index] = left.remove(at: at)
                }
            }
        }
        assign { $1.due == $0.due }
        if case .recurring = limit {
            assign { date, fulfilment in
                fulfilment.due == nil && fulfilment.on <= date.due.lastDay
                    && date.start.map { $0 <= fulfilment.on } ?? false
            }
        } else {
            assign { date, fulfilment in
                fulfilment.due == nil && date.start.map { $0 <= fulfilment.on } ?? true
            }
        }
        return result
    }

    private func status(
        _ date: Dated, _ fulfilment: Fulfilment?, _ today: CalendarDate, _ dueWithinDays: Int
    ) -> DutyStatus {
        if fulfilment.map({ $0.on <= today }) ?? false { return .fulfilled }
        if role == .term, term.isRenewed(on: today) { return .renewed }
        let lastDay = date.due.lastDay
        if today <= lastDay {
            if role == .task, let end = term.lastDay(asOf: today),
                end < today || (end < lastDay && isClosed(today))
            {
                return .spent
            }
            return today.days(until: lastDay) <= dueWithinDays ? .due : .upcoming
        }
        if role == .term { return .spent }
        switch limit {
        case .absolute: return term.isHistory(on: today) ? .spent : .overdue
        case .relative where startsAtAdoption: return term.isHistory(on: today) ? .spent : .overdue
        case .relative, .recurring: return term.isOver(on: today) ? .spent : .overdue
        }
    }

    /// A successor has put an end to the mandate, on a day that is known.
    private func isClosed(_ today: CalendarDate) -> Bool {
        term.successions.contains { succession in
            switch succession.effect {
            case .ended, .replaced: succession.from <= today
            case .renewed, .amended: false
            }
        }
    }
}
