/// Packs the parts of an office file: one main part, what it leads to, and what the package leads to beside it.
///
/// Source: ECMA-376 part 2, clauses 6.2 (content types) and 6.5 (relationships).
public struct OfficeFile: Sendable {
    private let main: OfficePart
    /// Reached from the main part, which names them `rId1` … in this order.
    private let parts: [OfficePart]
    /// Reached from the package itself, after the main part.
    private let beside: [OfficePart]

    public init(main: OfficePart, parts: [OfficePart], beside: [OfficePart] = []) {
        self.main = main
        self.parts = parts
        self.beside = beside
    }

    /// - Returns: the file. The same parts give the same bytes.
    public func bytes() throws(PackingError) -> [UInt8] {
        let folder = String(main.name.prefix { $0 != "/" })
        let file = String(main.name.dropFirst(folder.count + 1))
        return try ZipWriter.pack(
            [
                ("[Content_Types].xml", contentTypes()),
                ("_rels/.rels", Self.relationships([main] + beside, under: "")),
                (main.name, main.bytes),
                ("\(folder)/_rels/\(file).rels", Self.relationships(parts, under: "\(folder)/")),
            ] + (parts + beside).map { ($0.name, $0.bytes) })
    }

    private func contentTypes() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Types", [("xmlns", OfficeNamespace.contentTypes)]) { xml in
            xml.element(
                "Default",
                [
                    ("Extension", "rels"),
                    ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
                ])
            xml.element("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
            for part in [main] + parts + beside {
                xml.element(
                    "Override", [("PartName", "/" + part.name), ("ContentType", part.contentType)])
            }
        }
        return xml.bytes
    }

    /// - Parameter folder: of the part that leads to these; with a slash behind, or empty for the package.
    private static func relationships(_ parts: [OfficePart], under folder: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Relationships", [("xmlns", OfficeNamespace.relationships)]) { xml in
            for (index, part) in parts.enumerated() {
                guard let relationship = part.relationship else { continue }
                xml.element(
                    "Relationship",
                    [
                        ("Id", "rId\(index + 1)"), ("Type", relationship),
                        ("Target", String(part.name.trimmingPrefix(folder))),
                    ])
            }
        }
        return xml.bytes
    }
}
