/// Dates as resolutions print them, in any of the languages.
enum DateScanner {
    struct Found {
        let point: DuePoint
        let range: Range<Int>
    }

    static let months: [String: Int] = {
        var table: [String: Int] = [:]
        let names = [
            "january janvier enero января январь январе يناير",
            "february fevrier febrero февраля февраль феврале فبراير",
            "march mars marzo марта март марте مارس", "april avril abril апреля апрель апреле ابريل نيسان",
            "may mai mayo мая май мае مايو ايار", "june juin junio июня июнь июне يونيه يونيو حزيران",
            "july juillet julio июля июль июле يوليه يوليو تموز",
            "august aout agosto августа август августе اغسطس اب",
            "september septembre septiembre setiembre сентября сентябрь сентябре سبتمبر ايلول",
            "october octobre octubre октября октябрь октябре اكتوبر",
            "november novembre noviembre ноября ноябрь ноябре نوفمبر",
            "december decembre diciembre декабря декабрь декабре ديسمبر",
        ]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    /// The first full date of a passage.
    static func first(in passage: Passage) -> CalendarDate? {
        let all =
            passage.language.isChinese || passage.folded.contains(0x5E74)
            ? chinese(passage) : latin(passage.tokens())
        for found in all {
            if case .day(let day) = found.point { return day }
        }
        return nil
    }

    /// `30 March 2023`, `March 30, 2023`, `1er janvier 2005`, `le 31 décembre`, `December 2022`.
    static func latin(_ tokens: [Token]) -> [Found] {
        var result: [Found] = []
        var index = 0
        while index < tokens.count {
            if tokens[index].kind == .word, let month = months[tokens[index].text],
                let found = date(tokens, index, month)
            {
                result.append(found.0)
                index = found.next
            } else {
                index += 1
            }
        }
        return result
    }

    private static func date(_ tokens: [Token], _ monthAt: Int, _ month: Int) -> (Found, next: Int)? {
        var day: Int?
        var first = monthAt
        // Back to the day: "30 March", "1er janvier", "30 de marzo".
        var back = monthAt - 1
        if back >= 0, tokens[back].text == "de" || tokens[back].text == "of" { back -= 1 }
        // Arabic prints both names of a month: "31 كانون الأول/ديسمبر 2007".
        if back >= 2, tokens[back].text == "/" {
            var named = back - 1
            while named > 0, back - named < 4, tokens[named].kind == .word { named -= 1 }
            if tokens[named].kind == .number { back = named }
        }
        if back >= 1, ["er", "st", "nd", "rd", "th", "го", "°"].contains(tokens[back].text) { back -= 1 }
        if back >= 0, tokens[back].kind == .number, (1...31).contains(tokens[back].value) {
            day = tokens[back].value
            first = back
        }
        // On to the year: "March 2023", "March 30, 2023", "marzo de 2023", "آذار/مارس 2024".
        var next = monthAt + 1
        if next + 1 < tokens.count, tokens[next].text == "/" { next += 2 }
        if day == nil, next < tokens.count, tokens[next].kind == .number,
            (1...31).contains(tokens[next].value),
            next + 1 < tokens.count, tokens[next + 1].text == ","
        {
            day = tokens[next].value
            next += 2
        }
        while next < tokens.count, ["de", "del", ",", "of"].contains(tokens[next].text) { next += 1 }
        guard next < tokens.count, tokens[next].kind == .number, (1900...2199).contains(tokens[next].value)
        else {
            return nil
        }
        let year = tokens[next].value
        let range = tokens[first].range.lowerBound..<tokens[next].range.upperBound
        if let day {
            guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
            return (Found(point: .day(date), range: range), next + 1)
        }
        return (Found(point: .month(year: year, month: month), range: range), next + 1)
    }

    /// `2025年12月31日`, `2022年12月`, `二〇〇六年六月十三日`.
    static func chinese(_ passage: Passage) -> [Found] {
        var result: [Found] = []
        let scalars = passage.folded
        for index in scalars.indices where scalars[index] == 0x5E74 {
            var start = index
            while start > 0, index - start < 6,
                isNumeral(scalars[start - 1]) || (scalars[start - 1] == 0x20 && start == index)
            { start -= 1 }
            while start < index, scalars[start] == 0x20 { start += 1 }
            guard let year = numeral(scalars, start)?.value, (1900...2199).contains(year),
                let month = unit(scalars, index + 1, 0x6708), (1...12).contains(month.value)
            else { continue }
            if let day = unit(scalars, month.end, 0x65E5) {
                guard let date = CalendarDate(year: year, month: month.value, day: day.value) else {
                    continue
                }
                result.append(Found(point: .day(date), range: start..<day.end))
            } else {
                result.append(Found(point: .month(year: year, month: month.value), range: start..<month.end))
            }
        }
        return result
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        Folding.isDigit(scalar) || ChineseNumerals.read([scalar], 0) != nil
    }

    static func numeral(_ scalars: [UInt32], _ start: Int) -> (value: Int, end: Int)? {
        var (value, end) = (0, start)
        while end < scalars.count, Folding.isDigit(scalars[end]), end - start < 6 {
            value = value * 10 + Int(scalars[end] - 0x30)
            end += 1
        }
        if end > start { return (value, end) }
        return ChineseNumerals.read(scalars, start).map { ($0.value, start + $0.length) }
    }

    private static func unit(_ scalars: [UInt32], _ start: Int, _ mark: UInt32) -> (value: Int, end: Int)? {
        var first = start
        while first < scalars.count, scalars[first] == 0x20, first - start < 2 { first += 1 }
        guard let (value, end) = numeral(scalars, first) else { return nil }
        var last = end
        while last < scalars.count, scalars[last] == 0x20, last - end < 2 { last += 1 }
        guard last < scalars.count, scalars[last] == mark else { return nil }
        return (value, last + 1)
    }
}
