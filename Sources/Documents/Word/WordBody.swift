import OfficePackage

/// The main part: the title, the blocks, and the page that they stand on.
struct WordBody {
    private let document: Document
    private let header: String
    private let footer: String
    /// What was called for in other parts, once the part is written.
    private(set) var flow = WordFlow()

    /// Twentieths of a point: A4, and what is left between its margins.
    private static let (pageWidth, pageHeight, margin) = (11_906, 16_838, 1_304)
    private static let textWidth = pageWidth - 2 * margin

    /// - Parameters:
    ///   - header: identifier of the relationship to the part that stands at the head of every page.
    ///   - footer: the same of the foot.
    init(_ document: Document, header: String, footer: String) {
        (self.document, self.header, self.footer) = (document, header, footer)
    }

    mutating func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "w:document",
            [("xmlns:w", WordNamespace.main), ("xmlns:r", OfficeNamespace.officeRelationships)]
        ) { xml in
            xml.element("w:body") { xml in
                paragraph("Title", Line(document.title), &xml)
                for block in document.blocks { write(block, level: 0, &xml) }
                section(&xml)
            }
        }
        return xml.bytes
    }

    /// - Parameter level: how many lists lie around the block.
    private mutating func write(_ block: Block, level: Int, _ xml: inout XMLWriter) {
        switch block {
        case .heading(let rank, let line): paragraph("Heading\(min(max(rank, 1), 3))", line, &xml)
        case .paragraph(let line, let style):
            switch style {
            case .plain: paragraph(level == 0 ? nil : "ListParagraph", line, indent: level, &xml)
            case .note: paragraph("Note", line, &xml)
            case .far: paragraph("Far", line, &xml)
            case .quotation: paragraph("Quote", line, indent: level + 1, &xml)
            }
        case .list(let list): write(list, level: level, &xml)
        case .facts(let facts):
            for fact in facts {
                paragraph("Fact", Line("\(fact.term)  ", isStrong: true) + fact.line, &xml)
            }
        case .table(let table): write(table, &xml)
        }
    }

    private mutating func write(_ list: Block.List, level: Int, _ xml: inout XMLWriter) {
        let level = min(level, WordNumbering.levels.upperBound - 1)
        let numbering = flow.add(list, level: level)
        for item in list.items {
            var rest = item[...]
            var first: Line = ""
            if case .paragraph(let line, _) = item.first {
                first = line
                rest = rest.dropFirst()
            }
            xml.paragraph(
                style: "ListParagraph", list: .init(numbering: numbering, level: level),
                isRightToLeft: isRightToLeft(first)
            ) { runs(first, &$0) }
            for block in rest { write(block, level: level + 1, &xml) }
        }
    }

    /// - Parameter indent: as deep as the items of how many lists; 0: as its style says.
    private mutating func paragraph(
        _ style: String?, _ line: Line, indent: Int = 0, _ xml: inout XMLWriter
    ) {
        xml.paragraph(
            style: style, indent: indent == 0 ? nil : WordNumbering.indent(at: indent - 1),
            isRightToLeft: isRightToLeft(line)
        ) { runs(line, &$0) }
    }

    private mutating func runs(_ line: Line, _ xml: inout XMLWriter) {
        xml.runs(line, in: document.language) { $0.footnoteCall(flow.add($1)) }
    }

    /// A paragraph in one language goes as that does; any other as the document.
    private func isRightToLeft(_ line: Line) -> Bool {
        line.language.map { WordLanguage($0).isRightToLeft } ?? document.isRightToLeft
    }

    /// Source: ECMA-376 part 1, 17.4.37 (tbl).
    private mutating func write(_ table: Table, _ xml: inout XMLWriter) {
        let shares = table.columns.map(\.share)
        let all = max(1, shares.reduce(0, +))
        let widths = shares.map { Self.textWidth * $0 / all }
        xml.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                xml.element("w:tblStyle", [("w:val", "Rows")])
                if document.isRightToLeft { xml.element("w:bidiVisual") }
                xml.element("w:tblW", [("w:w", "\(widths.reduce(0, +))"), ("w:type", "dxa")])
                xml.element("w:tblLayout", [("w:type", "fixed")])
                xml.element("w:tblLook", [("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")])
                xml.element("w:tblCaption", [("w:val", table.name.wordText)])
            }
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.element("w:gridCol", [("w:w", "\(width)")]) }
            }
            row(table.columns.map { Line($0.title) }, widths, isHead: true, &xml)
            for cells in table.rows { row(cells, widths, isHead: false, &xml) }
        }
        // Two tables that touch would become one.
        paragraph("AfterTable", "", &xml)
    }

    private mutating func row(_ cells: [Line], _ widths: [Int], isHead: Bool, _ xml: inout XMLWriter) {
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                xml.element("w:cantSplit")
                if isHead { xml.element("w:tblHeader") }
            }
            for (cell, width) in zip(cells, widths) {
                xml.element("w:tc") { xml in
                    xml.element("w:tcPr") { $0.element("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")]) }
                    paragraph("Cell", cell, &xml)
                }
            }
        }
    }

    /// Source: ECMA-376 part 1, 17.6.17 (sectPr).
    private func section(_ xml: inout XMLWriter) {
        xml.element("w:sectPr") { xml in
            xml.element("w:headerReference", [("w:type", "default"), ("r:id", header)])
            xml.element("w:footerReference", [("w:type", "default"), ("r:id", footer)])
            xml.element("w:pgSz", [("w:w", "\(Self.pageWidth)"), ("w:h", "\(Self.pageHeight)")])
            let margin = "\(Self.margin)"
            xml.element(
                "w:pgMar",
                [
                    ("w:top", "1701"), ("w:right", margin), ("w:bottom", "1418"), ("w:left", margin),
                    ("w:header", "680"), ("w:footer", "680"), ("w:gutter", "0"),
                ])
            if document.isRightToLeft { xml.element("w:bidi") }
        }
    }
}
