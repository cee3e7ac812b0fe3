/// A sheet's part, read cell by cell.
///
/// Source: ECMA-376 part 1, 18.3.1.99 (worksheet), 18.3.1.73 (row), 18.3.1.4 (c), 18.3.1.55 (mergeCell).
final class WorksheetPart: XMLHandler {
    private(set) var sheet: Sheet
    private let part: String
    private let reading: CellReading
    private var isInData = false
    private var row = 0
    private var column = 0
    private var isInCell = false
    private var type = "n"
    private var format = 0
    private var formula: String?
    private var value: String?
    private var hasInline = false
    private var inline: RichText
    private var raw: RichText
    private var isInRaw = false

    init(_ sheet: Sheet, part: String, _ reading: CellReading) {
        self.sheet = sheet
        self.part = part
        self.reading = reading
        inline = RichText(limit: reading.limits.cellText)
        raw = RichText(limit: reading.limits.cellText)
    }

    var position: CellPosition? { here }

    private var here: CellPosition {
        CellPosition(
            sheet: sheet.name, cell: row > 0 && column > 0 ? CellAddress(row: row, column: column) : nil)
    }

    private var damaged: ReadError { .damaged(part: part, at: here) }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        if isInCell { return startInCell(name) }
        switch name {
        case "sheetData": isInData = true
        case "row" where isInData: try startRow(attributes)
        case "c" where isInData: try startCell(attributes)
        case "sheetView":
            if attributes.isTrue("rightToLeft") { sheet.isRightToLeft = true }
        case "mergeCell":
            (row, column) = (0, 0)
            guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw damaged }
            try reading.count(at: here)
            sheet.merged.append(range)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError) {
        guard isInCell else { return }
        if isInRaw { raw.append(bytes) } else { inline.add(bytes) }
    }

    func end(_ name: String) throws(ReadError) {
        switch name {
        case "sheetData": isInData = false
        case "c" where isInCell: try endCell()
        case "v" where isInCell: value = try endRaw()
        case "f" where isInCell: formula = try endRaw()
        default:
            if isInCell { inline.end(name) }
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws(ReadError) {
        let next = row + 1
        column = 0
        row = try attributes["r"].map { (text) throws(ReadError) in try number(text) } ?? next
        guard (1...CellAddress.lastRow).contains(row) else { throw damaged }
    }

    private func startCell(_ attributes: XMLAttributes) throws(ReadError) {
        if let text = attributes["r"] {
            guard let address = CellAddress(utf8: text.utf8), row == 0 || address.row == row else {
                throw damaged
            }
            (row, column) = (address.row, address.column)
        } else {
            column += 1
        }
        guard CellAddress(row: row, column: column).isInSheet else { throw damaged }
        type = attributes["t"] ?? "n"
        format = try attributes["s"].map { (text) throws(ReadError) in try number(text) } ?? 0
        (isInCell, isInRaw, hasInline) = (true, false, false)
        (formula, value) = (nil, nil)
        _ = (inline.take(), raw.take())
    }

    private func startInCell(_ name: String) {
        switch name {
        case "v", "f": isInRaw = true
        case "is": hasInline = true
        default: inline.start(name)
        }
    }

    private func endRaw() throws(ReadError) -> String {
        isInRaw = false
        guard let text = raw.take() else {
            throw .textTooLong(at: here, limit: reading.limits.cellText)
        }
        return text
    }

    private func number(_ text: String) throws(ReadError) -> Int {
        guard let number = Int(text), number >= 0 else { throw damaged }
        return number
    }

    private func endCell() throws(ReadError) {
        isInCell = false
        let held = try cellValue()
        guard held != .empty || formula != nil else { return }
        let address = CellAddress(row: row, column: column)
        guard sheet[address] == nil else { throw damaged }
        try reading.count(at: here)
        let rows = sheet.rows.count
        sheet[address] = Cell(formula.map { .formula($0, cached: held) } ?? held)
        if rows == reading.limits.rows, sheet.rows.count > rows {
            throw .tooManyRows(at: here, limit: rows)
        }
    }

    private func cellValue() throws(ReadError) -> CellValue {
        if type == "inlineStr" { return try inlineText() }
        guard let value else { return hasInline ? try inlineText() : .empty }
        switch type {
        case "s": return try sharedText(value)
        case "str": return .text(value)
        case "e": return .error(value)
        default: break
        }
        let text = value.trimmed
        if text.isEmpty { return .empty }
        let found: CellValue? =
            switch (type, text) {
            case ("n", _): reading.number(text, format: format)
            case ("d", _): reading.isoDate(text)
            case ("b", "1"), ("b", "true"): .boolean(true)
            case ("b", "0"), ("b", "false"): .boolean(false)
            default: nil
            }
        guard let found else { throw damaged }
        return found
    }

    private func inlineText() throws(ReadError) -> CellValue {
        guard let text = inline.take() else {
            throw .textTooLong(at: here, limit: reading.limits.cellText)
        }
        return text.isEmpty ? .empty : .text(text)
    }

    private func sharedText(_ value: String) throws(ReadError) -> CellValue {
        let index = try number(value.trimmed)
        guard reading.texts.indices.contains(index) else { throw damaged }
        guard let text = reading.texts[index] else {
            throw .textTooLong(at: here, limit: reading.limits.cellText)
        }
        return text.isEmpty ? .empty : .text(text)
    }
}

extension String {
    /// Without the white space of XML around it.
    fileprivate var trimmed: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
            return self
        }
        let head = utf8.drop { isSpace($0) }
        let tail = head.reversed().drop { isSpace($0) }
        return String(decoding: tail.reversed(), as: UTF8.self)
    }
}
