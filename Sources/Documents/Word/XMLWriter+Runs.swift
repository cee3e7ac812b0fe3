import OfficePackage

/// Paragraphs and runs of text.
///
/// Source: ECMA-376 part 1, 17.3.1.22 (p) and 17.3.2.25 (r); the order of properties is that of the schema.
extension XMLWriter {
    /// Writes a paragraph.
    ///
    /// - Parameters:
    ///   - style: identifier of its style; nil for the usual one.
    ///   - list: where it is an item, of which list.
    ///   - indent: twentieths of a point from the edge where lines begin; nil: as the style says.
    ///   - isRightToLeft: whether it is written so.
    mutating func paragraph(
        style: String? = nil, list: ListPlace? = nil, indent: Int? = nil, isRightToLeft: Bool,
        _ content: (inout XMLWriter) -> Void
    ) {
        element("w:p") { xml in
            xml.element("w:pPr") { xml in
                if let style { xml.element("w:pStyle", [("w:val", style)]) }
                if let list {
                    xml.element("w:numPr") { xml in
                        xml.element("w:ilvl", [("w:val", "\(list.level)")])
                        xml.element("w:numId", [("w:val", "\(list.numbering)")])
                    }
                }
                if isRightToLeft { xml.element("w:bidi") }
                if let indent { xml.element("w:ind", [("w:left", "\(indent)")]) }
            }
            content(&xml)
        }
    }

    /// Writes the spans of a line.
    ///
    /// - Parameters:
    ///   - language: the document's.
    ///   - note: writes the call for a footnote; what cannot have footnotes leaves them out.
    mutating func runs(
        _ line: Line, in language: String, note: (inout XMLWriter, [Line]) -> Void = { _, _ in }
    ) {
        for span in line.spans {
            if !span.text.isEmpty {
                run(span, in: span.language ?? language) { $0.broken(span.text.wordText) }
            }
            if !span.note.isEmpty { note(&self, span.note) }
        }
    }

    /// Text whose line feeds begin new lines.
    private mutating func broken(_ text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { element("w:br") }
            if !line.isEmpty { element("w:t", [("xml:space", "preserve")], text: String(line)) }
        }
    }

    /// Writes a field that the word processor fills in, such as the number of the page.
    mutating func field(_ code: String, in language: String) {
        for kind in ["begin", "separate", "end"] {
            run(Span(""), in: language) { xml in
                xml.element("w:fldChar", [("w:fldCharType", kind)])
            }
            switch kind {
            case "begin":
                run(Span(""), in: language) { xml in
                    xml.element("w:instrText", [("xml:space", "preserve")], text: " \(code) ")
                }
            case "separate":
                run(Span(""), in: language) { xml in xml.element("w:t", text: "1") }
            default: break
            }
        }
    }

    private mutating func run(_ span: Span, in language: String, _ content: (inout XMLWriter) -> Void) {
        let language = WordLanguage(language)
        element("w:r") { xml in
            xml.element("w:rPr") { xml in
                if language.isEastAsian {
                    // Marks such as quotes, which several scripts share, follow the language.
                    xml.element(
                        "w:rFonts",
                        [("w:hint", "eastAsia"), ("w:eastAsia", language.eastAsianFont)])
                }
                if span.isStrong {
                    xml.element("w:b")
                    xml.element("w:bCs")
                }
                if span.isEmphasised {
                    xml.element("w:i")
                    xml.element("w:iCs")
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

extension XMLWriter {
    /// Of which list a paragraph is an item, by the identifier of its numbering, and how deep that lies, from 0.
    struct ListPlace {
        let numbering: Int
        let level: Int
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
