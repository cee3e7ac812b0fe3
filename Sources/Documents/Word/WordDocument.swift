import OfficePackage

/// Writes a document as a `.docx` file: headings as styles, tables with header rows, marking and page numbers on
/// every page. The same document gives the same bytes.
///
/// Source: ECMA-376 part 1, clauses 11.3 (parts) and 17 (WordprocessingML), transitional.
public struct WordDocument: Sendable {
    private let document: Document

    private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    public init(_ document: Document) { self.document = document }

    public func bytes() throws(PackingError) -> [UInt8] {
        var body = WordBody(document, header: "rId4", footer: "rId5")
        let main = Self.part("document", "document.main", "officeDocument", body.part())
        var parts = [
            Self.part("styles", "styles", "styles", WordStyles(document).part()),
            Self.part(
                "numbering", "numbering", "numbering",
                WordNumbering(numberings: body.flow.numberings).part()),
            Self.part("settings", "settings", "settings", WordSettings(document).part()),
            Self.part("header1", "header", "header", WordMargins(document).header()),
            Self.part("footer1", "footer", "footer", WordMargins(document).footer()),
        ]
        if !body.flow.notes.isEmpty {
            parts.append(
                Self.part(
                    "footnotes", "footnotes", "footnotes",
                    WordFootnotes(notes: body.flow.notes, document: document).part()))
        }
        let properties = OfficePart(
            "docProps/core.xml", contentType: "application/vnd.openxmlformats-package.core-properties+xml",
            relationship:
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            bytes: WordProperties(document).part())
        return try OfficeFile(
            main: main, parts: parts, beside: [properties]
        ).bytes()
    }

    private static func part(
        _ name: String, _ kind: String, _ relationship: String, _ bytes: [UInt8]
    ) -> OfficePart {
        OfficePart(
            "word/\(name).xml", contentType: "\(office).\(kind)+xml",
            relationship: "\(OfficeNamespace.officeRelationships)/\(relationship)", bytes: bytes)
    }
}
