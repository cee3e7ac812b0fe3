/// Finds the documents that a passage names, in any of the languages: `1373 (2001)`, `71/291`,
/// `2625 (XXV)`, `S/2017/375`, and numbers without a year behind the word "resolution".
struct CitationScanner {
    struct Found {
        var symbol: Symbol
        /// A resolution of the Council printed without its year.
        var yearless: Int?
        let range: Range<Int>
    }

    let passage: Passage
    private var found: [Found] = []
    private var index = 0
    /// Behind the word "resolution", as long as numbers and what joins them go on.
    private var listIsOpen = false
    private var body = Body.none

    enum Body { case none, assembly, humanRights, economic }

    init(_ passage: Passage) {
        self.passage = passage
    }

    mutating func scan() -> [Found] {
        let scalars = passage.folded
        while index < scalars.count {
            let scalar = scalars[index]
            if Folding.isDigit(scalar) {
                readNumber()
            } else if (0x61...0x7A).contains(scalar),
                passage.original[index] < 0x5B || (0xFF21...0xFF3A).contains(passage.original[index]),
                isWordStart(index)
            {
                if !readSymbol() { readWord() }
            } else if Folding.isLetter(scalar) {
                readWord()
            } else if scalar == 0x7B2C {
                readChineseNumber()
            } else {
                if !Self.joins(scalar) { listIsOpen = false }
                index += 1
            }
        }
        return found
    }

    private func isWordStart(_ index: Int) -> Bool {
        index == 0
            || !(Folding.isLetter(passage.folded[index - 1]) || Folding.isDigit(passage.folded[index - 1])
                || passage.folded[index - 1] == 0x2F)
    }

    private static func joins(_ scalar: UInt32) -> Bool {
        [0x20, 0x2C, 0x28, 0x29, 0x3001, 0x548C, 0x53CA, 0x4E0E, 0x53F7, Folding.nothing].contains(scalar)
    }

    private mutating func add(_ symbol: Symbol, _ range: Range<Int>, yearless: Int? = nil) {
        found.append(Found(symbol: symbol, yearless: yearless, range: range))
    }

    // MARK: Words

    private mutating func readWord() {
        let start = index
        var view = String.UnicodeScalarView()
        while index < passage.count, Folding.isLetter(passage.folded[index]) || passage.folded[index] == 0 {
            if index - start < 24, let scalar = Unicode.Scalar(passage.folded[index]), scalar.value != 0 {
                view.append(scalar)
            }
            index += 1
        }
        let word = String(view)
        if Self.isResolutionWord(word) {
            listIsOpen = true
            return
        }
        switch word {
        case "assembly", "assemblee", "asamblea", "ассамблеи", "العامه", "العامة": body = .assembly
        case "rights": body = .humanRights
        case "economic": body = .economic
        default: break
        }
        if listIsOpen, !Self.linkWords.contains(word) {
            listIsOpen = word.count == 1 && start > 0 && Folding.isDigit(passage.folded[max(0, start - 2)])
        }
    }

    private static let linkWords: Set<String> = [
        "and", "et", "y", "e", "и", "و", "or", "ou", "nos", "no", "number", "numbers", "n", "of", "du", "de",
        "des", "les", "its", "its",
    ]

    private static let opening = Set("rрاقبلو".unicodeScalars)

    static func isResolutionWord(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first, opening.contains(first) else { return false }
        if word == "resolution" || word == "resolutions" || word == "resolucion" || word == "resoluciones" {
            return true
        }
        if word.hasPrefix("резолюци") { return true }
        return [
            "القرار", "القرارات", "قراره", "قراراته", "قرار", "قرارات", "القرارين", "قراريه", "للقرار",
            "بالقرار", "والقرار", "قرارها", "قراراتها", "والقرارات", "قراري", "للقرارات",
        ].contains(word)
    }

    // MARK: Numbers

    private func number(at start: Int) -> (value: Int, end: Int) {
        var (value, end) = (0, start)
        while end < passage.count, Folding.isDigit(passage.folded[end]) {
            value = min(value * 10 + Int(passage.folded[end] - 0x30), 99_999_999)
            end += 1
        }
        return (value, end)
    }

    private mutating func readNumber() {
        let start = index
        let (value, end) = number(at: start)
        index = end
        guard isWordStart(start), end - start <= 4, value > 0 else { return }
        if let (year, close) = year(behind: end), value < 4000 {
            add(Symbol(resolution: value, year: year), start..<close)
            index = close
            listIsOpen = true
            return
        }
        if let (roman, close) = romanSession(behind: end) {
            add(Symbol(unchecked: "A/RES/\(value)(\(roman))"), start..<close)
            index = close
            listIsOpen = true
            return
        }
        guard listIsOpen else { return }
        if readAssembly(start, value, end) { return }
        readYearless(start, value, end)
    }

    /// `(2001)`, with or without a space before.
    private func year(behind end: Int) -> (Int, Int)? {
        var open = end
        while open < passage.count, passage.folded[open] == 0x20 || passage.folded[open] == 0, open - end < 2
        { open += 1 }
        guard open < passage.count, passage.folded[open] == 0x28 else { return nil }
        var first = open + 1
        while first < passage.count, passage.folded[first] == 0x20 { first += 1 }
        let (year, close) = number(at: first)
        guard close - first == 4, (1946...2099).contains(year) else { return nil }
        var last = close
        while last < passage.count, passage.folded[last] == 0x20 { last += 1 }
        guard last < passage.count, passage.folded[last] == 0x29 else { return nil }
        return (year, last + 1)
    }

    /// `(XXV)`, `A (XXV)`: sessions of the Assembly up to the thirtieth.
    private func romanSession(behind end: Int) -> (String, Int)? {
        var open = end
        while open < passage.count, passage.folded[open] == 0x20, open - end < 2 { open += 1 }
        if open + 1 < passage.count, (0x61...0x67).contains(passage.folded[open]),
            passage.folded[open + 1] == 0x20
        {
            open += 2
        }
        guard open + 2 < passage.count, passage.folded[open] == 0x28 else { return nil }
        var close = open + 1
        while close < passage.count,
            [0x69, 0x76, 0x78, 0x6C, 0x2D, 0x65, 0x73].contains(passage.folded[close])
        { close += 1 }
        guard close > open + 1, close - open < 8, close < passage.count, passage.folded[close] == 0x29 else {
            return nil
        }
        let letters = passage.folded[(open + 1)..<close]
        guard letters.allSatisfy({ [0x69, 0x76, 0x78, 0x6C].contains($0) }) else { return nil }
        // `3 (i)` is a sub-paragraph, unless in a list of resolutions.
        guard listIsOpen || letters.count > 1 && end - open < 6 && letters.contains(0x78) else { return nil }
        let roman = String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))).uppercased()
        return (roman, close + 1)
    }

    /// `71/291`, `52/38 T`, `1996/31`.
    private mutating func readAssembly(_ start: Int, _ session: Int, _ end: Int) -> Bool {
        guard end + 1 < passage.count, passage.folded[end] == 0x2F, Folding.isDigit(passage.folded[end + 1])
        else { return false }
        let (item, close) = number(at: end + 1)
        guard close - end <= 4, item > 0 else { return false }
        if close < passage.count, passage.folded[close] == 0x2F { return false }
        var last = close
        var letter = ""
        // A letter of a resolution in parts is a capital, alone.
        if close + 1 < passage.count, passage.original[close] == 0x20,
            (0x41...0x5A).contains(passage.original[close + 1]),
            close + 2 >= passage.count || !Folding.isLetter(passage.folded[close + 2]),
            let scalar = Unicode.Scalar(passage.original[close + 1])
        {
            letter = String(Character(scalar))
            last = close + 2
        }
        if session >= 1946, session < 2100 {
            add(Symbol(unchecked: "E/RES/\(session)/\(item)"), start..<last)
        } else if body == .humanRights, session < 100 {
            add(Symbol(unchecked: "A/HRC/RES/\(session)/\(item)"), start..<last)
        } else if session < 100 {
            add(Symbol(unchecked: "A/RES/\(session)/\(item)\(letter)"), start..<last)
        } else {
            return false
        }
        index = last
        skipDate()
        return true
    }

    private mutating func readYearless(_ start: Int, _ value: Int, _ end: Int) {
        let isFirst = !(found.last.map { start - $0.range.upperBound < 8 } ?? false)
        guard value < 4000, isFirst || end - start >= 3, followsWell(end) else {
            listIsOpen = false
            return
        }
        index = end
        let year = skipDate()
        add(Symbol(resolution: value, year: year), start..<end, yearless: year == nil ? value : nil)
    }

    /// Not where the number counts something, or dates it: 2000年12月19日.
    private func followsWell(_ end: Int) -> Bool {
        guard end < passage.count else { return true }
        let next = passage.folded[end]
        if Folding.isIdeographic(next) { return Self.joins(next) || next == 0x3002 }
        return next != 0x2F && next != 0x2D
    }

    /// Passes over "of 19 October 1999" behind a number, and gives its year.
    @discardableResult
    private mutating func skipDate() -> Int? {
        var position = index
        var words = 0
        var year: Int?
        while position < passage.count, words < 9 {
            let scalar = passage.folded[position]
            if scalar == 0x20 { position += 1; continue }
            if Folding.isDigit(scalar) {
                let (value, end) = number(at: position)
                if words == 0 { return nil }
                position = end
                if (1946...2099).contains(value), end - position <= 4 { year = value; break }
                if value > 31 { return nil }
                words += 1
                continue
            }
            guard Folding.isLetter(scalar) else { return nil }
            let first = position
            while position < passage.count,
                Folding.isLetter(passage.folded[position]) || passage.folded[position] == 0
                    || passage.folded[position] == 0x2F && words > 0
            { position += 1 }
            let word = LineKinds.string(Array(passage.folded[first..<position]))
            if words == 0,
                !["of", "du", "de", "от", "en", "dated", "المؤرخ", "المؤرخه", "المورخ", "المؤرخة"].contains(
                    word)
            {
                return nil
            }
            words += 1
        }
        guard let year else { return nil }
        index = position
        return year
    }

    // MARK: Chinese

    /// `第1373号决议`, `第71/291号、第46/182号决议`.
    private mutating func readChineseNumber() {
        let start = index
        index += 1
        while index < passage.count, passage.folded[index] == 0x20 { index += 1 }
        guard index < passage.count, Folding.isDigit(passage.folded[index]) else { return }
        var position = index
        // Look ahead: numbers joined by 、和及 up to 号, and 决议 soon after.
        var hasEnd = false
        var hasWord = false
        while position < passage.count, position - start < 400 {
            let scalar = passage.folded[position]
            if scalar == 0x53F7 { hasEnd = true }
            if scalar == 0x51B3, position + 1 < passage.count, passage.folded[position + 1] == 0x8BAE {
                hasWord = true; break
            }
            let isListed =
                Folding.isDigit(scalar)
                || [
                    0x20, 0x28, 0x29, 0x2F, 0x3001, 0x548C, 0x53CA, 0x4E0E, 0x53F7, 0x7B2C, 0x2C, 0x5E74,
                    0x6708, 0x65E5, 0x5927, 0x4F1A, 0x5404, 0x9879,
                ].contains(scalar)
                || (0x61...0x7A).contains(scalar)
            if !isListed { break }
            position += 1
        }
        listIsOpen = hasEnd && hasWord
        guard listIsOpen else { return }
        let before = found.count
        readNumber()
        if found.count > before, let last = found.indices.last {
            var end = found[last].range.upperBound
            if end < passage.count, passage.folded[end] == 0x53F7 { end += 1 }
            found[last] = Found(
                symbol: found[last].symbol, yearless: found[last].yearless, range: start..<end)
            listIsOpen = true
        }
    }

    // MARK: Symbols

    private static let series: Set<String> = [
        "S", "A", "E", "ST", "DP", "T", "L", "CD", "INFCIRC", "GOV", "GC", "NPT", "TD", "ICC", "PBC", "FCCC",
        "UNEP", "CCPR",
        "CERD", "CEDAW", "CRC", "HRI", "CAT", "JIU", "SPLOS", "BWC", "ISBA", "IDB", "AFS", "PSC",
    ]

    private mutating func readSymbol() -> Bool {
        var end = index
        while end < passage.count, (0x61...0x7A).contains(passage.folded[end]), end - index < 8 { end += 1 }
        guard end < passage.count, passage.folded[end] == 0x2F, end - index < 8 else { return false }
        let first = scalars(index..<end)
        guard Self.series.contains(first) else { return false }
        var last = end
        var hasDigit = false
        while last < passage.count, last - index < 50 {
            let scalar = passage.folded[last]
            if Folding.isDigit(scalar) { hasDigit = true }
            let isPart =
                Folding.isDigit(scalar) || (0x61...0x7A).contains(scalar) || scalar == 0x2F || scalar == 0x2E
                || scalar == 0x2D
            if !isPart { break }
            last += 1
        }
        while last > end, [0x2F, 0x2E, 0x2D].contains(passage.folded[last - 1]) { last -= 1 }
        guard hasDigit else { return false }
        var text = scalars(index..<last)
        let start = index
        index = last
        if text.hasPrefix("S/RES/"), let number = Int(text.dropFirst(6)) {
            if let (year, close) = year(behind: last) {
                index = close
                add(Symbol(resolution: number, year: year), start..<close)
            } else {
                add(Symbol(resolution: number, year: nil), start..<last, yearless: number)
            }
            return true
        }
        if text.hasPrefix("A/RES/"), let (roman, close) = romanSession(behind: last) {
            text += "(\(roman))"
            index = close
        }
        add(Symbol(unchecked: text), start..<index)
        return true
    }

    private func scalars(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for position in range {
            let scalar = passage.original[position]
            let half = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
            if let scalar = Unicode.Scalar(half) { view.append(scalar) }
        }
        return String(view)
    }
}
