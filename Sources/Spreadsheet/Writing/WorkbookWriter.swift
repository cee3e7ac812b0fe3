/// Writes the parts of a workbook and packs them.
///
/// Source: ECMA-376 part 1, 12.2 (package structure) and 18.2.27 (workbook).
struct WorkbookWriter {
    private let workbook: Workbook

    private static let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    init(_ workbook: Workbook) { self.workbook = workbook }

    func bytes() throws(WriteError) -> [UInt8] {
        try SheetCheck.check(workbook.sheets)
        var formats = CellFormats()
        var choices = ChoiceLists(beside: workbook.sheets.map(\.name))
        let shown = workbook.sheets.firstIndex { $0.visibility == .visible } ?? 0
        var sheets = workbook.sheets
        var parts: [(name: String, bytes: [UInt8])] = []
        for (index, sheet) in sheets.enumerated() {
            let writer = SheetWriter(sheet, isFirstShown: index == shown)
            parts.append((Self.part(index), try writer.part(&formats, &choices)))
        }
        if let extra = choices.sheet {
            let writer = SheetWriter(extra, isFirstShown: false)
            parts.append((Self.part(sheets.count), try writer.part(&formats, &choices)))
            sheets.append(extra)
        }
        return try ZipWriter.pack(
            [
                ("[Content_Types].xml", try Self.contentTypes(sheets)),
                ("_rels/.rels", try Self.packageRelationships()),
                ("xl/workbook.xml", try Self.workbookPart(sheets, shown: shown)),
                ("xl/_rels/workbook.xml.rels", try Self.workbookRelationships(sheets)),
                ("xl/styles.xml", try formats.part()),
            ] + parts)
    }

    private static func part(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

    private static func contentTypes(_ sheets: [Sheet]) throws(WriteError) -> [UInt8] {
        var xml = XMLWriter()
        try xml.element("Types", [("xmlns", Namespace.contentTypes)]) { xml in
            xml.element(
                "Default",
                [
                    ("Extension", "rels"),
                    ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
                ])
            xml.element("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
            func part(_ name: String, _ kind: String) {
                xml.element(
                    "Override", [("PartName", "/" + name), ("ContentType", "\(office).\(kind)+xml")])
            }
            part("xl/workbook.xml", "sheet.main")
            part("xl/styles.xml", "styles")
            for index in sheets.indices { part(Self.part(index), "worksheet") }
        }
        return xml.bytes
    }

    private static func packageRelationships() throws(WriteError) -> [UInt8] {
        var xml = XMLWriter()
        try xml.element("Relationships", [("xmlns", Namespace.relationships)]) { xml in
            relationship("rId1", "officeDocument", "xl/workbook.xml", &xml)
        }
        return xml.bytes
    }

    private static func workbookRelationships(_ sheets: [Sheet]) throws(WriteError) -> [UInt8] {
        var xml = XMLWriter()
        try xml.element("Relationships", [("xmlns", Namespace.relationships)]) { xml in
            for index in sheets.indices {
                relationship("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml", &xml)
            }
            relationship("rId\(sheets.count + 1)", "styles", "styles.xml", &xml)
        }
        return xml.bytes
    }

    private static func relationship(
        _ id: String, _ kind: String, _ target: String, _ xml: inout XMLWriter
    ) {
        xml.element(
            "Relationship",
            [("Id", id), ("Type", "\(Namespace.officeRelationships)/\(kind)"), ("Target", target)])
    }

    private static func workbookPart(_ sheets: [Sheet], shown: Int) throws(WriteError) -> [UInt8] {
        var xml = XMLWriter()
        let spaces: [(StaticString, String)] = [
            ("xmlns", Namespace.sheet), ("xmlns:r", Namespace.officeRelationships),
        ]
        try xml.element("workbook", spaces) { (xml) throws(WriteError) in
            try xml.element("bookViews") { xml in
                xml.element("workbookView", [("firstSheet", "\(shown)"), ("activeTab", "\(shown)")])
            }
            try xml.element("sheets") { xml in
                for (index, sheet) in sheets.enumerated() {
                    var attributes: [(StaticString, String)] = [
                        ("name", EscapedText.escape(sheet.name)), ("sheetId", "\(index + 1)"),
                    ]
                    switch sheet.visibility {
                    case .visible: break
                    case .hidden: attributes.append(("state", "hidden"))
                    case .veryHidden: attributes.append(("state", "veryHidden"))
                    }
                    attributes.append(("r:id", "rId\(index + 1)"))
                    xml.element("sheet", attributes)
                }
            }
        }
        return xml.bytes
    }
}
