import OfficePackage

/// Paragraphs and runs of text.
///
/// Source: ECMA-376 part 1, 17.3.1.22 (p) and 17.3.2.25 (r); the order of properties is that of the schema.
extension XMLWriter {
    /// Writes a paragraph.
    ///
    /// - Parameters:
    ///   - style: identifier of its style; nil for the usual one.
    ///   - list: whether it is an item of a list.
    ///   - isRightToLeft: whether it is written so.
    mutating func paragraph(
        style: String? = nil, list: Bool = false, isRightToLeft: Bool,
        _ content: (inout XMLWriter) -> Void
    ) {
        element("w:p") { xml in
            xml.element("w:pPr") { xml in
                if let style { xml.element("w:pStyle", [("w:val", style)]) }
                if list {
                    xml.element("w:numPr") { xml in
                        xml.element("w:ilvl", [("w:val", "0")])
                        xml.element("w:numId", [("w:val", "1")])
                    }
                }
                if isRightToLeft { xml.element("w:bidi") }
            }
            content(&xml)
        }
    }

    /// Writes the spans of a line.
    ///
    /// - Parameter language: the document's.
    mutating func runs(_ line: Line, in language: String) {
        for span in line.spans where !span.text.isEmpty {
            run(isStrong: span.isStrong, in: span.language ?? language) { xml in
                xml.element("w:t", [("xml:space", "preserve")], text: span.text.wordText)
            }
        }
    }

    /// Writes a field that the word processor fills in, such as the number of the page.
    mutating func field(_ code: String, in language: String) {
        for kind in ["begin", "separate", "end"] {
            run(isStrong: false, in: language) { xml in
                xml.element("w:fldChar", [("w:fldCharType", kind)])
            }
            switch kind {
            case "begin":
                run(isStrong: false, in: language) { xml in
                    xml.element("w:instrText", [("xml:space", "preserve")], text: " \(code) ")
                }
            case "separate":
                run(isStrong: false, in: language) { xml in xml.element("w:t", text: "1") }
            default: break
            }
        }
    }

    private mutating func run(isStrong: Bool, in language: String, _ content: (inout XMLWriter) -> Void) {
        let language = WordLanguage(language)
        element("w:r") { xml in
            xml.element("w:rPr") { xml in
                if language.isEastAsian {
                    // Marks such as quotes, which several scripts share, follow the language.
                    xml.element(
                        "w:rFonts",
                        [("w:hint", "eastAsia"), ("w:eastAsia", language.eastAsianFont)])
                }
                if isStrong {
                    xml.element("w:b")
                    xml.element("w:bCs")
                }
                if language.isRightToLeft { xml.element("w:rtl") }
                let kind: StaticString =
                    language.isEastAsian ? "w:eastAsia" : language.isRightToLeft ? "w:bidi" : "w:val"
                xml.element("w:lang", [(kind, language.tag)])
            }
            content(&xml)
        }
    }
}

extension String {
    /// With what XML cannot carry shown as U+FFFD.
    var wordText: String {
        guard unicodeScalars.contains(where: { !$0.isXML }) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars { scalars.append(scalar.isXML ? scalar : "\u{FFFD}") }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    /// Source: XML 1.0, production 2.
    fileprivate var isXML: Bool {
        switch value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
