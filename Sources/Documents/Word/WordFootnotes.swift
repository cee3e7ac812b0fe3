import OfficePackage

/// The part of the footnotes, with the lines that set them apart from the text.
///
/// Source: ECMA-376 part 1, 17.11.15 (footnotes).
struct WordFootnotes {
    let notes: [[Line]]
    let document: Document

    func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:footnotes", [("xmlns:w", WordNamespace.main)]) { xml in
            separator("separator", id: -1, &xml)
            separator("continuationSeparator", id: 0, &xml)
            for (index, lines) in notes.enumerated() {
                xml.element("w:footnote", [("w:id", "\(index + 1)")]) { xml in
                    for (place, line) in lines.enumerated() {
                        xml.paragraph(style: "FootnoteText", isRightToLeft: document.isRightToLeft) { xml in
                            if place == 0 { xml.footnoteNumber() }
                            xml.runs(place == 0 ? Line(" ") + line : line, in: document.language)
                        }
                    }
                }
            }
        }
        return xml.bytes
    }

    private func separator(_ kind: StaticString, id: Int, _ xml: inout XMLWriter) {
        xml.element("w:footnote", [("w:type", "\(kind)"), ("w:id", "\(id)")]) { xml in
            xml.element("w:p") { xml in
                xml.element("w:r") { xml in xml.element(id < 0 ? "w:separator" : "w:continuationSeparator") }
            }
        }
    }
}

extension XMLWriter {
    /// The number that calls for a footnote.
    mutating func footnoteCall(_ id: Int) {
        footnoteRun { $0.element("w:footnoteReference", [("w:id", "\(id)")]) }
    }

    /// The same number before the footnote itself.
    mutating func footnoteNumber() { footnoteRun { $0.element("w:footnoteRef") } }

    private mutating func footnoteRun(_ content: (inout XMLWriter) -> Void) {
        element("w:r") { xml in
            xml.element("w:rPr") { $0.element("w:rStyle", [("w:val", "FootnoteReference")]) }
            content(&xml)
        }
    }
}
