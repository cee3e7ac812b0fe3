/// Symbol, title and date, from the lines around a resolution.
struct Masthead {
    var symbol: Symbol?
    var title: String?
    var adopted: CalendarDate?

    init(_ text: CleanText, head: [Int], closing: [Int], _ language: TextLanguage) {
        let near = head.suffix(60)
        let passages = near.map { Passage(text.text($0), language) }
        let strings = passages.map { LineKinds.string($0.folded) }
        symbol = Self.bareSymbol(passages, strings) ?? Self.titleSymbol(passages, strings)
        adopted = Self.date(passages, strings)
        if adopted == nil {
            adopted =
                closing.prefix(4).lazy.compactMap { DateScanner.first(in: Passage(text.text($0), language)) }
                .first
        }
        title = Self.title(near.map { text.text($0) }, strings)
    }

    private static func bareSymbol(_ passages: [Passage], _ strings: [String]) -> Symbol? {
        for (passage, string) in zip(passages, strings)
        where LineKinds.isBareSymbol(string) && string.contains("/res/") {
            var scanner = CitationScanner(passage)
            if let found = scanner.scan().first { return found.symbol }
        }
        return nil
    }

    /// "Resolution 1373 (2001)", "80/146. Title", 第2617(2021)号决议.
    private static func titleSymbol(_ passages: [Passage], _ strings: [String]) -> Symbol? {
        for (passage, string) in zip(passages, strings).reversed() {
            let words = string.split(separator: " ", maxSplits: 2)
            if let first = words.first, first.hasSuffix("."), first.contains("/") {
                let parts = first.dropLast().split(separator: "/")
                if parts.count == 2, let session = Int(parts[0]), Int(parts[1]) != nil, session < 100 {
                    return Symbol(parsing: "A/RES/" + first.dropLast())
                }
            }
            let opens = words.first.map { CitationScanner.isResolutionWord(String($0)) } ?? false
            guard opens || string.contains("决议") else { continue }
            var scanner = CitationScanner(passage)
            let found = scanner.scan()
            if let only = found.last(where: { $0.yearless == nil }) ?? found.last { return only.symbol }
        }
        for passage in passages {
            var scanner = CitationScanner(passage)
            if let found = scanner.scan().first(where: { $0.symbol.text.contains("/RES/") }) {
                return found.symbol
            }
        }
        return nil
    }

    private static func date(_ passages: [Passage], _ strings: [String]) -> CalendarDate? {
        let adopts = ["adopt", "aprobad", "принята", "通过", "اتخذ"]
        for (index, string) in strings.enumerated().reversed() where adopts.contains(where: string.contains) {
            // The date may stand on the line below.
            for near in index..<min(index + 3, passages.count) {
                if let date = DateScanner.first(in: passages[near]) { return date }
            }
        }
        for (passage, string) in zip(passages, strings).reversed() {
            let words = ["resolution", "resolucion", "резолюция", "决议"]
            if words.contains(where: string.contains), let date = DateScanner.first(in: passage) {
                return date
            }
        }
        for passage in passages {
            if let date = DateScanner.first(in: passage) { return date }
        }
        return nil
    }

    private static func title(_ lines: [String], _ strings: [String]) -> String? {
        for (line, string) in zip(lines, strings) where line.utf8.count < 300 {
            let words = string.split(separator: " ")
            let isNumbered = words.first.map { $0.contains("/") && $0.hasSuffix(".") } ?? false
            let isResolution = words.first.map { CitationScanner.isResolutionWord(String($0)) } ?? false
            if isNumbered || isResolution || string.contains("号决议") { return line }
        }
        return nil
    }
}
