/// What all sheets of a workbook share while they are read.
final class CellReading {
    let limits: ReadLimits
    let dates: DateSystem
    let texts: [String?]
    let styles: StylesPart
    private var cells = 0

    init(_ limits: ReadLimits, _ dates: DateSystem, _ texts: [String?], _ styles: StylesPart) {
        self.limits = limits
        self.dates = dates
        self.texts = texts
        self.styles = styles
    }

    /// Counts a cell, or a merged range, of the whole workbook.
    func count(at position: CellPosition) throws(ReadError) {
        if cells == limits.cells { throw .tooManyCells(at: position, limit: limits.cells) }
        cells += 1
    }

    /// A number, or the date that it is shown as.
    ///
    /// - Returns: nil where the text is no finite decimal number.
    func number(_ text: String, format: Int) -> CellValue? {
        let isDecimal = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        if styles.isDate(format), let date = dates.date(number) { return .date(date) }
        return .number(number)
    }

    /// A date of ISO 8601, as strict workbooks have them; without seconds' fractions and zone.
    func isoDate(_ text: String) -> CellValue? {
        guard
            let match = text.wholeMatch(
                of: /(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?Z?)?/)
        else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        let found = match.output
        return DateTime(
            number(found.1), number(found.2), number(found.3), hour: number(found.4),
            minute: number(found.5), second: number(found.6)
        ).map { .date($0) }
    }
}
