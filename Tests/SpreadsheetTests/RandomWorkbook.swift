import Spreadsheet
import TestSeeds

/// Draws workbooks where they can break: spaces, controls, escapes, look-alikes, gaps, far corners.
struct RandomWorkbook {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let pieces = [
        "a", " ", "  ", "\n", "\r\n", "\r", "\t", "&", "<", ">", "\"", "'", "]]>", "=1+1", "_x0041_",
        "_x005F_",
        "_x005f_x0041_", "_", "x", "\u{0}", "\u{7}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "\u{7F}", "\u{85}",
        "é",
        "e\u{301}", "法律", "مرحبا", "😀", "&amp;", "&#38;", "<!--", "\u{2028}", "\u{FEFF}",
    ]

    mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            text.unicodeScalars.append(
                contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
        }
        return text
    }

    mutating func date() -> DateTime {
        while true {
            let isWhole = Bool.random(using: &random)
            let found = DateTime(
                Int.random(in: 1900...9999, using: &random), Int.random(in: 1...12, using: &random),
                Int.random(in: 1...31, using: &random),
                hour: isWhole ? 0 : Int.random(in: 0...23, using: &random),
                minute: isWhole ? 0 : Int.random(in: 0...59, using: &random),
                second: isWhole ? 0 : Int.random(in: 0...59, using: &random))
            if let found { return found }
        }
    }

    mutating func number() -> Double {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: Double(Int.random(in: -1000...1000, using: &random))
        case 1: Double.random(in: -1...1, using: &random)
        case 2:
            [0.1, -0.0, 1e-300, 1.7976931348623157e308, 2.5e-308, 1e16].randomElement(using: &random) ?? 0
        default: Double(Int64.random(in: .min ... .max, using: &random))
        }
    }

    mutating func value() -> CellValue {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: .text(text())
        case 2: .number(number())
        case 3: .date(date())
        default: .boolean(Bool.random(using: &random))
        }
    }

    mutating func style() -> CellStyle {
        CellStyle(
            isBold: Bool.random(using: &random), wraps: Bool.random(using: &random),
            isLocked: Bool.random(using: &random))
    }

    mutating func workbook() -> Workbook {
        var workbook = Workbook()
        for number in 0..<Int.random(in: 1...4, using: &random) {
            let hidden: [Sheet.Visibility] = [.visible, .hidden, .veryHidden]
            let visibility = number == 0 ? .visible : hidden.randomElement(using: &random) ?? .visible
            var sheet = Sheet("Blatt & <\(number)> é'x", visibility: visibility)
            sheet.isRightToLeft = Bool.random(using: &random)
            sheet.isProtected = Bool.random(using: &random)
            sheet.frozenRows = Int.random(in: 0...2, using: &random)
            sheet.columns = [Column(width: 12.5), Column(isHidden: true, style: style())]
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let isFar = Int.random(in: 0..<10, using: &random) == 0
                let address = CellAddress(
                    row: Int.random(in: 1...(isFar ? CellAddress.lastRow : 20), using: &random),
                    column: Int.random(in: 1...(isFar ? CellAddress.lastColumn : 8), using: &random))
                sheet[address] = Cell(value(), style())
            }
            if Bool.random(using: &random) {
                sheet.merged = [CellRange("A1:B2"), CellRange("D4:D9")].compactMap(\.self)
            }
            workbook.sheets.append(sheet)
        }
        return workbook
    }
}

/// What is read of a workbook, comparable to the last bit: strings that only look alike differ.
struct Content: Hashable {
    private let words: [[Unicode.Scalar]]

    init(_ workbook: Workbook) {
        words = workbook.sheets.map { sheet in
            var text = "\(sheet.name) \(sheet.visibility) \(sheet.isRightToLeft) \(sheet.merged)\n"
            for row in sheet.rows {
                for entry in row.entries where entry.cell.value != .empty {
                    text.unicodeScalars.append(
                        contentsOf: "\(row.number)/\(entry.column): \(Self.show(entry.cell.value))\n"
                            .unicodeScalars)
                }
            }
            return Array(text.unicodeScalars)
        }
    }

    private static func show(_ value: CellValue) -> String {
        if case .number(let number) = value { "number \(number.bitPattern)" } else { "\(value)" }
    }
}
