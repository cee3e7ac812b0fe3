/// What a sheet must keep to before it is written.
enum SheetCheck {
    private static let longestName = 31
    private static let longestWords = 255

    static func check(_ sheets: [Sheet]) throws(WriteError) {
        guard sheets.contains(where: { $0.visibility == .visible }) else { throw .nothingVisible }
        var taken: Set<String> = []
        for sheet in sheets {
            let isNew = taken.insert(sheet.name.lowercased()).inserted
            guard isNew, isName(sheet.name) else { throw .sheetName(sheet.name) }
            try checkColumns(sheet)
            try checkMerged(sheet)
            for validation in sheet.validations { try check(validation, in: sheet) }
        }
    }

    private static func isName(_ name: String) -> Bool {
        (1...longestName).contains(name.utf16.count) && !name.hasPrefix("'") && !name.hasSuffix("'")
            && name.lowercased() != "history"
            && !name.unicodeScalars.contains { $0.value < 0x20 || "[]:*?/\\".unicodeScalars.contains($0) }
    }

    private static func checkColumns(_ sheet: Sheet) throws(WriteError) {
        for (index, column) in sheet.columns.enumerated() {
            let hasWidth = column.width.map { (0...255).contains($0) } ?? true
            guard hasWidth, index < CellAddress.lastColumn else {
                throw .column(
                    CellPosition(sheet: sheet.name, cell: CellAddress(row: 1, column: index + 1)))
            }
        }
    }

    private static func checkMerged(_ sheet: Sheet) throws(WriteError) {
        for (index, range) in sheet.merged.enumerated() {
            let position = CellPosition(sheet: sheet.name, cell: range.first)
            guard range.first.isInSheet, range.last.isInSheet else { throw .outsideSheet(position) }
            guard !sheet.merged[..<index].contains(where: { $0.overlaps(range) }) else {
                throw .merged(position)
            }
        }
    }

    private static func check(_ validation: ListValidation, in sheet: Sheet) throws(WriteError) {
        let position = CellPosition(sheet: sheet.name, cell: validation.range.first)
        guard validation.range.first.isInSheet, validation.range.last.isInSheet else {
            throw .outsideSheet(position)
        }
        let words = [validation.advice, validation.refusal].compactMap(\.self)
        guard !validation.choices.isEmpty, validation.choices.count <= CellAddress.lastRow,
            !validation.choices.contains(""), words.allSatisfy({ $0.utf16.count <= longestWords })
        else { throw .choices(position) }
    }
}
