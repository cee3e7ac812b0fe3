import OfficePackage

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
        var parts: [OfficePart] = []
        for (index, sheet) in sheets.enumerated() {
            let writer = SheetWriter(sheet, isFirstShown: index == shown)
            parts.append(Self.sheet(index, try writer.part(&formats, &choices)))
        }
        if let extra = choices.sheet {
            let writer = SheetWriter(extra, isFirstShown: false)
            parts.append(Self.sheet(sheets.count, try writer.part(&formats, &choices)))
            sheets.append(extra)
        }
        parts.append(Self.part("styles", "styles", "styles", formats.part()))
        let main = Self.part(
            "workbook", "sheet.main", "officeDocument", Self.workbookPart(sheets, shown: shown))
        do {
            return try OfficeFile(main: main, parts: parts).bytes()
        } catch {
            throw .archive(error.words)
        }
    }

    private static func sheet(_ index: Int, _ bytes: [UInt8]) -> OfficePart {
        part("worksheets/sheet\(index + 1)", "worksheet", "worksheet", bytes)
    }

    private static func part(
        _ name: String, _ kind: String, _ relationship: String, _ bytes: [UInt8]
    ) -> OfficePart {
        OfficePart(
            "xl/\(name).xml", contentType: "\(office).\(kind)+xml",
            relationship: "\(OfficeNamespace.officeRelationships)/\(relationship)", bytes: bytes)
    }

    private static func workbookPart(_ sheets: [Sheet], shown: Int) -> [UInt8] {
        var xml = XMLWriter()
        let spaces: [(StaticString, String)] = [
            ("xmlns", Namespace.sheet), ("xmlns:r", OfficeNamespace.officeRelationships),
        ]
        xml.element("workbook", spaces) { xml in
            xml.element("bookViews") { xml in
                xml.element("workbookView", [("firstSheet", "\(shown)"), ("activeTab", "\(shown)")])
            }
            xml.element("sheets") { xml in
                for (index, sheet) in sheets.enumerated() {
                    var attributes: [(StaticString, String)] = [
                        ("name", EscapedText.escape(sheet.name)), ("sheetId", "\(index + 1)"),
                    ]
                    switch sheet.visibility {
                    case .visible: break
                    case .hidden: attributes.append(("state", "hidden"))
                    case .veryHidden: attributes.append(("state", "veryHidden"))
                    }
                    // The sheets come first among what the workbook leads to.
                    attributes.append(("r:id", "rId\(index + 1)"))
                    xml.element("sheet", attributes)
                }
            }
        }
        return xml.bytes
    }
}
