/// Time limits in languages that write blanks: dates behind words like "until", durations, rhythms.
struct LatinLimits {
    private let passage: Passage
    private let tokens: [Token]
    private let cues: LimitCues
    private var found: [(range: Range<Int>, value: TimeLimit.Value)] = []
    /// Tokens that a limit has used up.
    private var used: Set<Int> = []

    static func read(_ passage: Passage, _ tokens: [Token]) -> [TimeLimit] {
        var limits = LatinLimits(passage, tokens)
        return limits.read()
    }

    private init(_ passage: Passage, _ tokens: [Token]) {
        (self.passage, self.tokens) = (passage, tokens)
        cues = LimitCues.of(passage.language)
    }

    private mutating func read() -> [TimeLimit] {
        readRhythms()
        readDates()
        readDurations()
        var seen: Set<TimeLimit.Value> = []
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .filter { seen.insert($0.value).inserted }
            .map { limit in
                let scalars =
                    tokens[limit.range.lowerBound].range
                    .lowerBound..<tokens[limit.range.upperBound - 1].range.upperBound
                return TimeLimit(limit.value, text: passage.printed(scalars))
            }
    }

    private mutating func add(_ value: TimeLimit.Value, _ range: Range<Int>) {
        found.append((range, value))
        used.formUnion(range)
    }

    private func has(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= tokens.count else { return false }
        return phrase.indices.allSatisfy { tokens[index + $0].text == phrase[$0] }
    }

    private func longest(_ phrases: [[String]], endingAt end: Int) -> Int? {
        phrases.first { has($0, at: end - $0.count) }.map { end - $0.count }
    }

    // MARK: Rhythms

    private mutating func readRhythms() {
        for index in tokens.indices where tokens[index].kind == .word && !used.contains(index) {
            guard let phrases = cues.rhythmsByFirst[tokens[index].text] else { continue }
            if let hit = phrases.first(where: { has($0.words, at: index) }) {
                let end = index + hit.words.count
                guard !isSpent(hit.words, end) else { continue }
                add(.recurring(hit.period), index..<end)
                continue
            }
        }
        for index in tokens.indices where cues.every.contains(tokens[index].text) && !used.contains(index) {
            var start = index + 1
            if start < tokens.count, cues.articles.contains(tokens[start].text) { start += 1 }
            if let (period, next) = LimitNumbers.period(tokens, start) {
                add(.recurring(period), index..<next)
            } else if let (unit, next) = LimitNumbers.unit(tokens, start), let period = Period(1, unit),
                unit != .hours
            {
                add(.recurring(period), index..<next)
            }
        }
        // "at three-month intervals", "at intervals of 60 days".
        for index in tokens.indices where cues.intervals.contains(tokens[index].text) {
            for start in max(0, index - 5)..<index where !used.contains(start) {
                if let (period, next) = LimitNumbers.period(tokens, start), next == index {
                    add(.recurring(period), start..<(index + 1))
                    break
                }
            }
            if index + 2 < tokens.count, !used.contains(index + 2),
                let (period, next) = LimitNumbers.period(tokens, index + 2)
            {
                add(.recurring(period), index..<next)
            }
        }
    }

    /// "annual report" and the like: an adjective, which sets no rhythm of its own.
    private func isSpent(_ words: [String], _ end: Int) -> Bool {
        guard words.count == 1, let word = words.first, cues.adverbsOnly.contains(word) else { return false }
        return end < tokens.count && cues.nounsBehindAdverb.contains(tokens[end].text)
    }

    // MARK: Dates

    private mutating func readDates() {
        for date in DateScanner.latin(tokens) + ends() {
            guard let first = tokens.firstIndex(where: { $0.range.lowerBound >= date.range.lowerBound }),
                let last = tokens.lastIndex(where: { $0.range.upperBound <= date.range.upperBound }),
                first <= last,
                !used.contains(first)
            else { continue }
            let point = isClosed(date.point)
            if let start = cueStart(before: first) {
                add(.absolute(point), start..<(last + 1))
            } else if let end = cueEnd(after: last) {
                add(.absolute(point), first..<end)
            }
        }
    }

    private func isClosed(_ point: DuePoint) -> DuePoint { point }

    /// The cue before a date, articles and words like "midnight on" passed over.
    private func cueStart(before first: Int) -> Int? {
        var end = first
        for _ in 0..<4 {
            if let start = longest(cues.before, endingAt: end) {
                return isCitation(start) ? nil : start
            }
            guard end > 0, cues.passedOver.contains(tokens[end - 1].text) else { return nil }
            end -= 1
        }
        return nil
    }

    private func cueEnd(after last: Int) -> Int? {
        cues.after.first { has($0, at: last + 1) }.map { last + 1 + $0.count }
    }

    /// "the letter dated …", "adopted on …": behind such words a date is of the past.
    private func isCitation(_ start: Int) -> Bool {
        guard start > 0, cues.pastBefore.contains(tokens[start - 1].text) else { return false }
        return true
    }

    /// "the end of 2025", "the end of June 2026", "the end of the first quarter of 2026".
    private func ends() -> [DateScanner.Found] {
        var result: [DateScanner.Found] = []
        for index in tokens.indices where cues.endWords.contains(tokens[index].text) {
            var next = index + 1
            while next < tokens.count, cues.passedOver.contains(tokens[next].text) || tokens[next].text == "'"
            { next += 1 }
            var month = 12
            if next + 1 < tokens.count, let quarter = cues.quarters[tokens[next].text],
                cues.quarterWords.contains(tokens[next + 1].text)
            {
                month = quarter * 3
                next += 2
                while next < tokens.count, cues.passedOver.contains(tokens[next].text) { next += 1 }
            } else if next + 1 < tokens.count, let named = DateScanner.months[tokens[next].text] {
                month = named
                next += 1
                while next < tokens.count, cues.passedOver.contains(tokens[next].text) { next += 1 }
            }
            guard next < tokens.count, tokens[next].kind == .number,
                (1946...2199).contains(tokens[next].value),
                let day = CalendarDate(
                    year: tokens[next].value, month: month,
                    day: CalendarDate.daysIn(month: month, of: tokens[next].value))
            else { continue }
            result.append(
                .init(point: .day(day), range: tokens[index].range.lowerBound..<tokens[next].range.upperBound)
            )
        }
        return result
    }

    // MARK: Durations

    private mutating func readDurations() {
        var index = 0
        while index < tokens.count {
            guard !used.contains(index), let (period, next) = duration(index) else {
                index += 1
                continue
            }
            let start = durationCue(before: index)
            let event = event(after: next)
            if start != nil || event != nil || follows(next) {
                let end = event?.end ?? next
                add(.relative(period, from: event?.words ?? ""), (start ?? index)..<end)
                index = end
            } else {
                index = next
            }
        }
    }

    /// A number and unit; "a year", "a month" where a cue stands before.
    private func duration(_ index: Int) -> (Period, Int)? {
        if let (period, next) = LimitNumbers.period(tokens, index) {
            // "six-month-old", "18 years of age", "10 years ago" set no limit.
            if next < tokens.count, cues.notLimits.contains(tokens[next].text) { return nil }
            return (period, next)
        }
        if cues.oneArticles.contains(tokens[index].text),
            let (unit, next) = LimitNumbers.unit(tokens, index + 1),
            durationCue(before: index) != nil, let period = Period(1, unit)
        {
            return (period, next)
        }
        return nil
    }

    private func durationCue(before index: Int) -> Int? {
        var end = index
        for _ in 0..<6 {
            if let start = longest(cues.durations, endingAt: end) { return start }
            guard end > 0, cues.betweenCueAndNumber.contains(tokens[end - 1].text) else { return nil }
            end -= 1
        }
        return nil
    }

    /// "after", "from", "of" and the words of the event up to a stop.
    private func event(after next: Int) -> (words: String, end: Int)? {
        var index = next
        if index < tokens.count, cues.adverbsOfEvent.contains(tokens[index].text) { index += 1 }
        guard let cue = cues.events.first(where: { has($0, at: index) }) else { return nil }
        let start = index + cue.count
        var end = start
        while end < tokens.count, end - start < 16 {
            let token = tokens[end]
            if token.kind == .mark, [",", ";", ".", ":", ")"].contains(token.text) { break }
            if end > start, cues.eventEnds.contains(token.text) { break }
            if end > start, tokens[end - 1].text == "resolution", token.kind == .word { break }
            end += 1
        }
        guard end > start else { return nil }
        let scalars = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        return (passage.printed(scalars), end)
    }

    /// "ninety days at the latest", "six months in advance".
    private func follows(_ next: Int) -> Bool {
        cues.after.contains { has($0, at: next) }
    }
}
