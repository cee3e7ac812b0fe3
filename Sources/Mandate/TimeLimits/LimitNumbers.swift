/// Numbers in words, as time limits print them.
enum LimitNumbers {
    private static let table: [String: Int] = {
        let lists: [(String, [Int])] = [
            (
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
                Array(1...19)
            ),
            (
                "twenty thirty forty fifty sixty seventy eighty ninety hundred",
                [20, 30, 40, 50, 60, 70, 80, 90, 100]
            ),
            (
                "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
                Array(1...16)
            ),
            (
                "vingt trente quarante cinquante soixante cent vingts cents une",
                [20, 30, 40, 50, 60, 100, 20, 100, 1]
            ),
            (
                "uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta sesenta noventa cien ciento",
                [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 60, 90, 100, 100]
            ),
            (
                "два две три четыре пять шесть семь восемь девять десять двенадцать пятнадцать двадцать тридцать сорок шестьдесят девяносто сто",
                [2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 40, 60, 90, 100]
            ),
            (
                "двух трех четырех пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати тридцати сорока шестидесяти девяноста",
                [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 40, 60, 90]
            ),
            (
                "ثلاثه ثلاثة اربعه اربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث اربع خمس ست",
                [3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 3, 4, 5, 6]
            ),
        ]
        var table: [String: Int] = [:]
        for (words, values) in lists {
            for (word, value) in zip(words.split(separator: " "), values) where table[String(word)] == nil {
                table[String(word)] = value
            }
        }
        return table
    }()

    private static let joints: Set<String> = ["and", "et", "y", "-", "и"]

    /// A number in figures or words: "90", "forty-five", "quatre-vingt-dix", "one hundred and twenty".
    ///
    /// - Returns: its value and the token behind it; "ninety (90)" is passed over whole.
    static func read(_ tokens: [Token], _ start: Int) -> (value: Int, next: Int)? {
        guard start < tokens.count else { return nil }
        if tokens[start].kind == .number {
            guard (1...9999).contains(tokens[start].value) else { return nil }
            return (tokens[start].value, start + 1)
        }
        guard let first = table[tokens[start].text] else { return nil }
        var (value, next) = (first, start + 1)
        while next < tokens.count {
            var ahead = next
            while ahead < tokens.count, joints.contains(tokens[ahead].text), ahead < next + 2 { ahead += 1 }
            guard ahead < tokens.count, let part = table[tokens[ahead].text] else { break }
            // Small after great adds, "quatre-vingt" and "two hundred" multiply.
            if part == 100 || (part == 20 && value == 4) {
                value *= part
            } else if part < value, value >= 20, value % 10 == 0 {
                value += part
            } else {
                break
            }
            next = ahead + 1
        }
        if next + 2 < tokens.count, tokens[next].text == "(", tokens[next + 1].kind == .number,
            tokens[next + 2].text == ")"
        {
            next += 3
        }
        return (value, next)
    }

    private static let units: [String: Period.Unit] = [
        "hour": .hours, "hours": .hours, "heures": .hours, "heure": .hours, "horas": .hours, "часов": .hours,
        "ساعة": .hours, "ساعات": .hours,
        "day": .days, "days": .days, "jour": .days, "jours": .days, "dia": .days, "dias": .days,
        "дней": .days, "дня": .days, "يوما": .days, "ايام": .days,
        "week": .weeks, "weeks": .weeks, "semaine": .weeks, "semaines": .weeks, "semana": .weeks,
        "semanas": .weeks, "недель": .weeks, "недели": .weeks, "اسابيع": .weeks,
        "month": .months, "months": .months, "mois": .months, "mes": .months, "meses": .months,
        "месяца": .months, "месяцев": .months,
        "месяц": .months, "اشهر": .months, "شهرا": .months, "شهر": .months, "شهور": .months, "شهرين": .months,
        "year": .years, "years": .years, "an": .years, "ans": .years, "annee": .years, "annees": .years,
        "ano": .years, "anos": .years,
        "год": .years, "года": .years, "лет": .years, "سنة": .years, "سنوات": .years, "سنه": .years,
        "عام": .years,
    ]

    private static let qualities: Set<String> = [
        "working", "calendar", "further", "additional", "more", "business", "consecutive", "further",
        "ouvrables", "ouvres", "civil", "successive", "full", "final", "-",
    ]

    /// A number and its unit: "six months", "a further period of 12 months", "three-month", "one year".
    static func period(_ tokens: [Token], _ start: Int) -> (period: Period, next: Int)? {
        guard let (count, after) = read(tokens, start) else { return nil }
        return unit(tokens, after).flatMap { unit, next in Period(count, unit).map { ($0, next) } }
    }

    static func unit(_ tokens: [Token], _ start: Int) -> (unit: Period.Unit, next: Int)? {
        var index = start
        while index < tokens.count, index < start + 2, qualities.contains(tokens[index].text) { index += 1 }
        guard index < tokens.count, let unit = units[tokens[index].text] else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].text == "ouvrables" || tokens[next].text == "ouvres" {
            next += 1
        }
        return (unit, next)
    }
}
