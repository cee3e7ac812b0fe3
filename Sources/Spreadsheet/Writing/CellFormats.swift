import OfficePackage

/// The cell formats that a workbook uses, numbered in the order in which they are met.
///
/// Source: ECMA-376 part 1, 18.8.39 (styleSheet).
struct CellFormats {
    private struct Key: Hashable {
        let style: CellStyle
        /// Keeps what begins like a formula from becoming one when the cell is edited.
        let isQuoted: Bool
    }

    /// Format 0 is that of cells that say nothing.
    private var keys: [Key] = [Key(style: .plain, isQuoted: false)]
    private var numbers: [Key: Int] = [Key(style: .plain, isQuoted: false): 0]

    private static let dateTimeFormat = 164
    private static let dateFormat = 165
    private static let textFormat = 49

    /// - Returns: the number of a format, which is made if need be.
    mutating func number(for style: CellStyle, isQuoted: Bool = false) -> Int {
        let key = Key(style: style, isQuoted: isQuoted)
        if let number = numbers[key] { return number }
        keys.append(key)
        numbers[key] = keys.count - 1
        return keys.count - 1
    }

    /// The styles part.
    func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("styleSheet", [("xmlns", Namespace.sheet)]) { xml in
            xml.element("numFmts", [("count", "2")]) { xml in
                xml.element(
                    "numFmt",
                    [("numFmtId", "\(Self.dateTimeFormat)"), ("formatCode", "yyyy\\-mm\\-dd\\ hh:mm:ss")])
                xml.element(
                    "numFmt", [("numFmtId", "\(Self.dateFormat)"), ("formatCode", "yyyy\\-mm\\-dd")])
            }
            Self.fonts(&xml)
            Self.backgrounds(&xml)
            xml.element("cellStyleXfs", [("count", "1")]) { xml in
                xml.element("xf", [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")])
            }
            xml.element("cellXfs", [("count", "\(keys.count)")]) { xml in
                for key in keys { Self.format(key, &xml) }
            }
            xml.element("cellStyles", [("count", "1")]) { xml in
                xml.element("cellStyle", [("name", "Normal"), ("xfId", "0"), ("builtinId", "0")])
            }
        }
        return xml.bytes
    }

    /// Font 0 is plain, font 1 bold.
    private static func fonts(_ xml: inout XMLWriter) {
        xml.element("fonts", [("count", "2")]) { xml in
            for isBold in [false, true] {
                xml.element("font") { xml in
                    if isBold { xml.element("b") }
                    xml.element("sz", [("val", "11")])
                    xml.element("name", [("val", "Calibri")])
                    xml.element("family", [("val", "2")])
                }
            }
        }
    }

    /// The two fills and the border that every program expects.
    private static func backgrounds(_ xml: inout XMLWriter) {
        xml.element("fills", [("count", "2")]) { xml in
            for pattern in ["none", "gray125"] {
                xml.element("fill") { xml in xml.element("patternFill", [("patternType", pattern)]) }
            }
        }
        xml.element("borders", [("count", "1")]) { xml in
            xml.element("border") { xml in
                for side: StaticString in ["left", "right", "top", "bottom", "diagonal"] { xml.element(side) }
            }
        }
    }

    private static func format(_ key: Key, _ xml: inout XMLWriter) {
        let number =
            switch key.style.format {
            case .general: 0
            case .text: textFormat
            case .date: dateFormat
            case .dateTime: dateTimeFormat
            }
        var attributes: [(StaticString, String)] = [
            ("numFmtId", "\(number)"), ("fontId", key.style.isBold ? "1" : "0"), ("fillId", "0"),
            ("borderId", "0"), ("xfId", "0"),
        ]
        if key.isQuoted { attributes.append(("quotePrefix", "1")) }
        if number != 0 { attributes.append(("applyNumberFormat", "1")) }
        if key.style.isBold { attributes.append(("applyFont", "1")) }
        if key.style.wraps { attributes.append(("applyAlignment", "1")) }
        if !key.style.isLocked { attributes.append(("applyProtection", "1")) }
        xml.element("xf", attributes) { xml in
            if key.style.wraps { xml.element("alignment", [("vertical", "top"), ("wrapText", "1")]) }
            if !key.style.isLocked { xml.element("protection", [("locked", "0")]) }
        }
    }
}
