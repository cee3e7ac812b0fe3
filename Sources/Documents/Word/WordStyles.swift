import OfficePackage

/// How paragraphs and tables look, named so that a person can change all of a kind at once.
///
/// Source: ECMA-376 part 1, 17.7.4.18 (styles).
struct WordStyles {
    private let document: Document

    /// A style of paragraphs. Sizes in half points, distances in twentieths of a point.
    private struct Style {
        let id: String
        let name: String
        var size: Int?
        var isBold = false
        var before = 0
        var after = 0
        var keepsNext = false
        var outline: Int?
        var isAtFarEdge = false
        var isNarrow = false
        var isRuled = false
    }

    private static let styles = [
        Style(id: "Title", name: "Title", size: 34, isBold: true, after: 200, keepsNext: true),
        Style(
            id: "Heading1", name: "heading 1", size: 26, isBold: true, before: 320, after: 120,
            keepsNext: true, outline: 0, isRuled: true),
        Style(
            id: "Heading2", name: "heading 2", size: 22, isBold: true, before: 240, after: 80,
            keepsNext: true, outline: 1),
        Style(
            id: "Heading3", name: "heading 3", size: 21, isBold: true, before: 160, after: 60,
            keepsNext: true, outline: 2),
        Style(id: "ListParagraph", name: "List Paragraph", after: 80),
        Style(id: "Fact", name: "Fact", after: 40),
        Style(id: "Note", name: "Note", size: 18, after: 100),
        Style(id: "Quote", name: "Quote", after: 100),
        Style(id: "FootnoteText", name: "footnote text", size: 17, after: 40, isNarrow: true),
        Style(id: "Far", name: "Far edge", after: 100, isAtFarEdge: true),
        Style(id: "Cell", name: "Cell", size: 19, before: 30, after: 30, isNarrow: true),
        Style(id: "AfterTable", name: "After a table", size: 8, isNarrow: true),
        Style(id: "Header", name: "header", size: 17, isNarrow: true),
        Style(id: "Footer", name: "footer", size: 17, isNarrow: true),
    ]

    init(_ document: Document) { self.document = document }

    func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:styles", [("xmlns:w", WordNamespace.main)]) { xml in
            defaults(&xml)
            xml.element("w:style", [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]) {
                $0.element("w:name", [("w:val", "Normal")])
            }
            for style in Self.styles { Self.write(style, &xml) }
            Self.footnoteCall(&xml)
            Self.table(&xml)
        }
        return xml.bytes
    }

    private func defaults(_ xml: inout XMLWriter) {
        let language = WordLanguage(document.language)
        xml.element("w:docDefaults") { xml in
            xml.element("w:rPrDefault") { xml in
                xml.element("w:rPr") { xml in
                    xml.element(
                        "w:rFonts",
                        [
                            ("w:ascii", WordLanguage.latinFont), ("w:hAnsi", WordLanguage.latinFont),
                            ("w:eastAsia", language.eastAsianFont),
                            ("w:cs", WordLanguage.rightToLeftFont),
                        ])
                    xml.element("w:sz", [("w:val", "21")])
                    xml.element("w:szCs", [("w:val", "23")])
                    xml.element(
                        "w:lang",
                        [
                            (
                                "w:val",
                                language.isEastAsian || language.isRightToLeft ? "en-GB" : language.tag
                            ),
                            ("w:eastAsia", language.isEastAsian ? language.tag : "zh-CN"),
                            ("w:bidi", language.isRightToLeft ? language.tag : "ar-SA"),
                        ])
                }
            }
            xml.element("w:pPrDefault") { xml in
                xml.element("w:pPr") { xml in
                    xml.element(
                        "w:spacing", [("w:after", "120"), ("w:line", "276"), ("w:lineRule", "auto")])
                }
            }
        }
    }

    private static func write(_ style: Style, _ xml: inout XMLWriter) {
        xml.element("w:style", [("w:type", "paragraph"), ("w:styleId", style.id)]) { xml in
            xml.element("w:name", [("w:val", style.name)])
            xml.element("w:basedOn", [("w:val", "Normal")])
            if style.outline != nil { xml.element("w:next", [("w:val", "Normal")]) }
            xml.element("w:qFormat")
            xml.element("w:pPr") { xml in
                if style.keepsNext { xml.element("w:keepNext") }
                if style.isRuled {
                    xml.element("w:pBdr") { xml in
                        xml.element(
                            "w:bottom",
                            [("w:val", "single"), ("w:sz", "4"), ("w:space", "3"), ("w:color", "9AA3AD")])
                    }
                }
                var spacing: [(StaticString, String)] = [
                    ("w:before", "\(style.before)"), ("w:after", "\(style.after)"),
                ]
                if style.isNarrow { spacing += [("w:line", "247"), ("w:lineRule", "auto")] }
                xml.element("w:spacing", spacing)
                if style.isAtFarEdge { xml.element("w:jc", [("w:val", "right")]) }
                if let outline = style.outline {
                    xml.element("w:outlineLvl", [("w:val", "\(outline)")])
                }
            }
            xml.element("w:rPr") { xml in
                if style.isBold {
                    xml.element("w:b")
                    xml.element("w:bCs")
                }
                if let size = style.size {
                    xml.element("w:sz", [("w:val", "\(size)")])
                    xml.element("w:szCs", [("w:val", "\(size)")])
                }
            }
        }
    }

    private static func footnoteCall(_ xml: inout XMLWriter) {
        xml.element("w:style", [("w:type", "character"), ("w:styleId", "FootnoteReference")]) { xml in
            xml.element("w:name", [("w:val", "footnote reference")])
            xml.element("w:rPr") { $0.element("w:vertAlign", [("w:val", "superscript")]) }
        }
    }

    // Where the text runs from right to left, word processors take "left" for where it begins.

    /// Hairlines between rows, the head in bold.
    private static func table(_ xml: inout XMLWriter) {
        xml.element("w:style", [("w:type", "table"), ("w:styleId", "Rows")]) { xml in
            xml.element("w:name", [("w:val", "Rows")])
            xml.element("w:tblPr") { xml in
                xml.element("w:tblBorders") { xml in
                    for side: StaticString in ["w:top", "w:bottom", "w:insideH"] {
                        xml.element(
                            side,
                            [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "9AA3AD")])
                    }
                }
                xml.element("w:tblCellMar") { xml in
                    for side: StaticString in ["w:left", "w:right"] {
                        xml.element(side, [("w:w", "85"), ("w:type", "dxa")])
                    }
                }
            }
            xml.element("w:tblStylePr", [("w:type", "firstRow")]) { xml in
                xml.element("w:rPr") { xml in
                    xml.element("w:b")
                    xml.element("w:bCs")
                }
            }
        }
    }
}
