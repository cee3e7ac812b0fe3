import OfficePackage

/// Writes the part of one sheet.
///
/// Source: ECMA-376 part 1, 18.3.1.99 (worksheet), which fixes the order of its elements.
struct SheetWriter {
    private let sheet: Sheet
    private let isFirstShown: Bool

    private static let longestText = 32_767

    init(_ sheet: Sheet, isFirstShown: Bool) {
        self.sheet = sheet
        self.isFirstShown = isFirstShown
    }

    func part(_ formats: inout CellFormats, _ choices: inout ChoiceLists) throws(WriteError) -> [UInt8] {
        var xml = XMLWriter()
        try xml.element("worksheet", [("xmlns", Namespace.sheet)]) { (xml) throws(WriteError) in
            views(&xml)
            xml.element("sheetFormatPr", [("defaultRowHeight", "15")])
            columns(&xml, &formats)
            try xml.element("sheetData") { (xml) throws(WriteError) in
                for row in sheet.rows { try write(row, &xml, &formats) }
            }
            if sheet.isProtected {
                // Widths and heights may be changed: a text that is cut off must be readable.
                xml.element(
                    "sheetProtection",
                    [
                        ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatColumns", "0"),
                        ("formatRows", "0"),
                    ])
            }
            merged(&xml)
            validations(&xml, &choices)
        }
        return xml.bytes
    }

    private func views(_ xml: inout XMLWriter) {
        xml.element("sheetViews") { xml in
            var attributes: [(StaticString, String)] = []
            if sheet.isRightToLeft { attributes.append(("rightToLeft", "1")) }
            if isFirstShown { attributes.append(("tabSelected", "1")) }
            attributes.append(("workbookViewId", "0"))
            xml.element("sheetView", attributes) { xml in
                let frozen = min(sheet.frozenRows, CellAddress.lastRow - 1)
                guard frozen > 0 else { return }
                xml.element(
                    "pane",
                    [
                        ("ySplit", "\(frozen)"), ("topLeftCell", "A\(frozen + 1)"),
                        ("activePane", "bottomLeft"), ("state", "frozen"),
                    ])
                xml.element("selection", [("pane", "bottomLeft")])
            }
        }
    }

    private func columns(_ xml: inout XMLWriter, _ formats: inout CellFormats) {
        guard !sheet.columns.isEmpty else { return }
        xml.element("cols") { xml in
            for (index, column) in sheet.columns.enumerated() {
                var attributes: [(StaticString, String)] = [
                    ("min", "\(index + 1)"), ("max", "\(index + 1)"),
                    ("width", Self.digits(column.width ?? 9)),
                ]
                let format = formats.number(for: column.style)
                if format != 0 { attributes.append(("style", "\(format)")) }
                if column.isHidden { attributes.append(("hidden", "1")) }
                if column.width != nil { attributes.append(("customWidth", "1")) }
                xml.element("col", attributes)
            }
        }
    }

    private func write(
        _ row: Row, _ xml: inout XMLWriter, _ formats: inout CellFormats
    ) throws(WriteError) {
        try xml.element("row", [("r", "\(row.number)")]) { (xml) throws(WriteError) in
            for entry in row.entries {
                let address = CellAddress(row: row.number, column: entry.column)
                guard address.isInSheet else {
                    throw .outsideSheet(CellPosition(sheet: sheet.name, cell: address))
                }
                try write(entry.cell, at: address, &xml, &formats)
            }
        }
    }

    private func write(
        _ cell: Cell, at address: CellAddress, _ xml: inout XMLWriter, _ formats: inout CellFormats
    ) throws(WriteError) {
        let position = CellPosition(sheet: sheet.name, cell: address)
        var style = cell.style
        if case .date(let date) = cell.value, style.format == .general || style.format == .text {
            style.format = date.isMidnight ? .date : .dateTime
        }
        let format = formats.number(for: style, isQuoted: Self.looksLikeFormula(cell.value))
        var attributes: [(StaticString, String)] = [("r", "\(address)")]
        if format != 0 { attributes.append(("s", "\(format)")) }
        switch cell.value {
        case .empty, .text(""): xml.element("c", attributes)
        case .text(let text):
            guard text.utf16.count <= Self.longestText else { throw .textTooLong(position) }
            xml.element("c", attributes + [("t", "inlineStr")]) { xml in
                xml.element("is") { xml in
                    xml.element("t", [("xml:space", "preserve")], text: EscapedText.escape(text))
                }
            }
        case .number(let number):
            guard number.isFinite else { throw .number(position) }
            xml.element("c", attributes) { xml in xml.element("v", text: Self.digits(number)) }
        case .date(let date):
            guard let serial = DateSystem.from1900.serial(date) else { throw .date(position) }
            xml.element("c", attributes) { xml in xml.element("v", text: Self.digits(serial)) }
        case .boolean(let answer):
            xml.element("c", attributes + [("t", "b")]) { xml in
                xml.element("v", text: answer ? "1" : "0")
            }
        case .error, .formula: throw .onlyRead(position)
        }
    }

    private func merged(_ xml: inout XMLWriter) {
        guard !sheet.merged.isEmpty else { return }
        xml.element("mergeCells", [("count", "\(sheet.merged.count)")]) { xml in
            for range in sheet.merged { xml.element("mergeCell", [("ref", "\(range)")]) }
        }
    }

    private func validations(_ xml: inout XMLWriter, _ choices: inout ChoiceLists) {
        guard !sheet.validations.isEmpty else { return }
        xml.element("dataValidations", [("count", "\(sheet.validations.count)")]) { xml in
            for validation in sheet.validations {
                var attributes: [(StaticString, String)] = [("type", "list")]
                if validation.allowsEmpty { attributes.append(("allowBlank", "1")) }
                if let advice = validation.advice {
                    attributes += [("showInputMessage", "1"), ("prompt", EscapedText.escape(advice))]
                }
                attributes.append(("showErrorMessage", "1"))
                if let refusal = validation.refusal {
                    attributes.append(("error", EscapedText.escape(refusal)))
                }
                attributes.append(("sqref", "\(validation.range)"))
                xml.element("dataValidation", attributes) { xml in
                    xml.element("formula1", text: choices.formula(for: validation.choices))
                }
            }
        }
    }

    private static func looksLikeFormula(_ value: CellValue) -> Bool {
        guard case .text(let text) = value, let first = text.unicodeScalars.first else { return false }
        return "=+-@'\t\r".unicodeScalars.contains(first)
    }

    /// The shortest digits that read back as the same number.
    private static func digits(_ number: Double) -> String {
        let digits = "\(number)"
        return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    }
}
