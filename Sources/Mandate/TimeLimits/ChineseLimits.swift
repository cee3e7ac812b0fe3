/// Time limits in Chinese; the passage is folded to simplified characters.
struct ChineseLimits {
    private let passage: Passage
    private let scalars: [UInt32]
    private var found: [(range: Range<Int>, value: TimeLimit.Value)] = []

    static func read(_ passage: Passage) -> [TimeLimit] {
        var limits = ChineseLimits(passage)
        return limits.read()
    }

    private init(_ passage: Passage) {
        self.passage = passage
        scalars = passage.folded
    }

    private mutating func read() -> [TimeLimit] {
        readRhythms()
        readDates()
        readDurations()
        var seen: Set<TimeLimit.Value> = []
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .filter { seen.insert($0.value).inserted }
            .map { TimeLimit($0.value, text: passage.printed($0.range)) }
    }

    private func isFree(_ range: Range<Int>) -> Bool {
        !found.contains { $0.range.overlaps(range) }
    }

    private mutating func add(_ value: TimeLimit.Value, _ range: Range<Int>) {
        guard isFree(range) else { return }
        found.append((range, value))
    }

    private static func list(_ text: String) -> [[UInt32]] { ChineseVerbs.list(text) }

    // MARK: Rhythms

    private static let rhythms: [(words: [[UInt32]], period: Period)] = [
        ("P6M", "每年两次 一年两次 每半年 每年至少两次 至少每年两次 每年二次 每隔半年 每年举行两次 每年进行两次"),
        ("P4M", "每年三次 一年三次"),
        ("P3M", "每季度 每季 每一季度 按季度"),
        ("P1Y", "每年至少一次 至少每年一次 每年一次 每一年 每年 一年一次 逐年 按年度"),
        ("P1M", "每个月 每月"),
        ("P1W", "每周 每星期"),
        ("P1D", "每天 每日"),
    ].compactMap { code, words in Period(code).map { (list(words), $0) } }

    private static let each = Array("每".unicodeScalars)[0].value
    private static let apart = Array("隔".unicodeScalars)[0].value

    private mutating func readRhythms() {
        for index in scalars.indices
        where scalars[index] == Self.each || scalars[index] == 0x4E00 || scalars[index] == 0x81F3
            || scalars[index] == 0x9010 || scalars[index] == 0x6309
        {
            var start = index + 1
            if start < scalars.count, scalars[start] == Self.apart { start += 1 }
            if scalars[index] == Self.each, let (period, end) = period(start) {
                add(.recurring(period), index..<end)
                continue
            }
            for rhythm in Self.rhythms {
                if let length = ChineseVerbs.longest(rhythm.words, scalars, index) {
                    add(.recurring(refined(rhythm.period, index + length)), index..<index + length)
                    break
                }
            }
        }
    }

    /// 每年…两次 with the verb in between: "每年向安理会报告两次".
    private func refined(_ period: Period, _ end: Int) -> Period {
        guard period.unit == .years else { return period }
        let twice = Self.list("两次 二次 2次")
        var index = end
        while index < scalars.count, index < end + 14, scalars[index] != 0x2C, scalars[index] != 0x3B,
            scalars[index] != 0x3002
        {
            if ChineseVerbs.longest(twice, scalars, index) != nil { return Period(6, .months) ?? period }
            index += 1
        }
        return period
    }

    // MARK: Periods

    private static let units: [(words: [[UInt32]], unit: Period.Unit)] = [
        (list("小时"), .hours), (list("个工作日 工作日 个日历日 日历日 天 日"), .days), (list("个星期 星期 周"), .weeks),
        (list("个月 月"), .months), (list("年"), .years),
    ]

    /// `六个月`, `12个月`, `一年半` is not read; nil where none begins here.
    private func period(_ start: Int) -> (Period, Int)? {
        var first = start
        while first < scalars.count, scalars[first] == 0x20, first - start < 2 { first += 1 }
        guard let (count, end) = DateScanner.numeral(scalars, first), count > 0, count < 1000 else {
            return nil
        }
        var unitAt = end
        while unitAt < scalars.count, scalars[unitAt] == 0x20, unitAt - end < 2 { unitAt += 1 }
        for (words, unit) in Self.units {
            guard let length = ChineseVerbs.longest(words, scalars, unitAt) else { continue }
            let isBareMonth = unit == .months && length == 1
            if isBareMonth { return nil }
            // 12月31日, 2日: a date's day, unless 内 or 后 says that days are counted.
            if unit == .days, length == 1, scalars[unitAt] == 0x65E5 {
                let next = unitAt + 1 < scalars.count ? scalars[unitAt + 1] : 0
                let isInDate = first > 0 && (scalars[first - 1] == 0x6708)
                if isInDate || ![0x5185, 0x4E4B, 0x4EE5, 0x540E].contains(next) { return nil }
            }
            if unit == .years, count > 100 { return nil }
            return Period(count, unit).map { ($0, unitAt + length) }
        }
        return nil
    }

    // MARK: Dates

    private static let cuesBefore = list(
        "直至 截至 截止 至迟于 至迟在 最迟于 最迟在 最迟 至迟 不迟于 不晚于 延长至 延至 延期至 延续至 到 至 为止 期限至 止于 展期至 持续至 迟于 早于 将于 不得迟于 最晚于 最晚在 任期至 期满于 不超过 于"
    )
    private static let cuesAfter = list("之前 以前 前 为止 终了 届满 到期 止 期满 结束 或之前 当日或之前 年底前 终止")
    private static let between = list("止的期间 终了 的期间 (含)")

    private mutating func readDates() {
        for date in DateScanner.chinese(passage) + yearEnds() {
            let (start, end) = (date.range.lowerBound, date.range.upperBound)
            var cueEnd: Int?
            if let length = ChineseVerbs.longest(Self.cuesAfter, scalars, end) { cueEnd = end + length }
            let cueStart = cue(before: start)
            if let cueEnd {
                let begin =
                    cueStart
                    ?? (start > 0 && (scalars[start - 1] == 0x5728 || scalars[start - 1] == 0x4E8E)
                        ? start - 1 : start)
                add(.absolute(date.point), begin..<cueEnd)
            } else if let cueStart {
                add(.absolute(date.point), cueStart..<end)
            }
        }
    }

    private func cue(before start: Int) -> Int? {
        var end = start
        while end > 0, scalars[end - 1] == 0x20 { end -= 1 }
        for word in Self.cuesBefore where end >= word.count {
            guard word.indices.allSatisfy({ scalars[end - word.count + $0] == word[$0] }) else { continue }
            if word.count == 1 {
                // 于 alone dates an event; 至 ends a span; 到 must not be part of 注意到, 收到.
                if word[0] == 0x4E8E { return onlyExpires(start) ? end - 1 : nil }
                if word[0] == 0x5230, end > 1,
                    [0x610F, 0x6536, 0x8BC6, 0x770B, 0x542C, 0x8FBE, 0x5F97].contains(scalars[end - 2])
                {
                    return nil
                }
            }
            return end - word.count
        }
        return nil
    }

    private func onlyExpires(_ start: Int) -> Bool { false }

    /// `2025年年底前`, `2025年底`, `2022年6月底前`.
    private func yearEnds() -> [DateScanner.Found] {
        var result: [DateScanner.Found] = []
        let ends = Self.list("年底 底 年末 末 年终")
        for index in scalars.indices where scalars[index] == 0x5E74 {
            var start = index
            while start > 0,
                Folding.isDigit(scalars[start - 1]) || ChineseNumerals.read([scalars[start - 1]], 0) != nil,
                index - start < 5
            { start -= 1 }
            guard let (year, end) = DateScanner.numeral(scalars, start), end == index,
                (1946...2199).contains(year),
                let length = ChineseVerbs.longest(ends, scalars, index + 1),
                let day = CalendarDate(year: year, month: 12, day: 31)
            else { continue }
            result.append(.init(point: .day(day), range: start..<(index + 1 + length)))
        }
        return result
    }

    // MARK: Durations

    private static let within = list("之内 以内 内 以后 之后 后 期间 期 以前 之前 前 的期间 的时间 为限 期满")
    private static let cues = list(
        "为期 延长 再延长 再度延长 期限为 任期 最初 初步 期间为 至少 最迟 不超过 不迟于 至迟 展期 延期 今后 接下来 未来 最多 首 随后 最长 下一个 为")
    private static let eventMarks = list("通过后 通过之后 通过之日起 之日起 之日后 之日 以后 之后 后的 后 起算 起 开始后 以前 之前 前")

    private mutating func readDurations() {
        var index = 0
        while index < scalars.count {
            guard index == 0 || !isNumeral(scalars[index - 1]), let (period, end) = period(index),
                isFree(index..<end)
            else {
                index += 1
                continue
            }
            let suffix = ChineseVerbs.longest(Self.within, scalars, end)
            let cue = cueStart(before: index)
            let event = event(before: index)
            guard suffix != nil || cue != nil || event != nil else {
                index = end
                continue
            }
            let last = end + (suffix ?? 0)
            add(.relative(period, from: event?.words ?? ""), (event?.start ?? cue ?? index)..<last)
            index = last
        }
    }

    private func isNumeral(_ scalar: UInt32) -> Bool {
        Folding.isDigit(scalar) || ChineseNumerals.read([scalar], 0) != nil || scalar == 0x7B2C
    }

    private func cueStart(before index: Int) -> Int? {
        for word in Self.cues where index >= word.count {
            if word.indices.allSatisfy({ scalars[index - word.count + $0] == word[$0] }) {
                return index - word.count
            }
        }
        return nil
    }

    /// `本决议通过后六个月内`: the words before a mark like 后, back to a stop.
    private func event(before index: Int) -> (words: String, start: Int)? {
        var end = index
        // 后12个月, 后的12个月, 后至迟12个月
        while end > 0, [0x20, 0x7684].contains(scalars[end - 1]) { end -= 1 }
        if let cue = cueStart(before: end) { end = cue }
        for mark in Self.eventMarks where end >= mark.count {
            guard mark.indices.allSatisfy({ scalars[end - mark.count + $0] == mark[$0] }) else { continue }
            var start = end - mark.count
            while start > 0, end - start < 40, ![0x2C, 0x3B, 0x3A, 0x3002].contains(scalars[start - 1]) {
                start -= 1
            }
            // 请秘书长在…: the event begins behind 在 or 于.
            if let lead = (start..<end).last(where: {
                scalars[$0] == 0x5728 || scalars[$0] == 0x4E8E || scalars[$0] == 0x81EA
            }), lead + 1 < end {
                start = lead + 1
            }
            guard start < end else { return nil }
            return (passage.printed(start..<end), start)
        }
        return nil
    }
}
