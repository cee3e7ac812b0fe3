/// Puts the choices of drop-downs where programs look for them: short ones into the rule itself, others into
/// the columns of a sheet that is never shown, since a rule holds 255 characters and no commas.
struct ChoiceLists {
    private let sheetName: String
    /// By the bytes of the choices: text that only looks alike is not the same.
    private var columns: [[[UInt8]]: Int] = [:]
    private var lists: [[String]] = []

    private static let longestRule = 255

    /// - Parameter taken: names of the workbook's sheets.
    init(beside taken: [String]) {
        let taken = Set(taken.map { $0.lowercased() })
        var name = "_choices"
        var number = 2
        while taken.contains(name) {
            name = "_choices\(number)"
            number += 1
        }
        sheetName = name
    }

    /// The sheet of the longer lists, nil where there are none.
    var sheet: Sheet? {
        guard !lists.isEmpty else { return nil }
        var sheet = Sheet(sheetName, visibility: .veryHidden)
        sheet.isProtected = true
        let style = CellStyle(format: .text)
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            for (column, list) in lists.enumerated() where row < list.count {
                sheet[CellAddress(row: row + 1, column: column + 1)] = .text(list[row], style)
            }
        }
        return sheet
    }

    /// - Returns: the formula of a rule.
    mutating func formula(for choices: [String]) -> String {
        if let formula = Self.ruleItself(choices) { return formula }
        let key = choices.map { Array($0.utf8) }
        let column = columns[key] ?? lists.count + 1
        if column > lists.count {
            lists.append(choices)
            columns[key] = column
        }
        let letters = CellAddress.letters(ofColumn: column)
        return "'\(sheetName)'!$\(letters)$1:$\(letters)$\(choices.count)"
    }

    /// The choices as text of the rule, nil where that could not be read back as it stands.
    private static func ruleItself(_ choices: [String]) -> String? {
        let joined = choices.joined(separator: ",")
        guard joined.utf16.count <= longestRule, !joined.contains("_x") else { return nil }
        for choice in choices {
            let isPlain = choice.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" && $0 != "," }
            if !isPlain || choice.first == " " || choice.last == " " || choice.first == "=" { return nil }
        }
        return "\"\(joined)\""
    }
}
