import OfficePackage

/// What a file says of itself: title, subject, issuer, language, the day that it is of.
///
/// Source: ECMA-376 part 2, clause 8 (core properties).
struct WordProperties {
    private let document: Document

    init(_ document: Document) { self.document = document }

    func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "cp:coreProperties",
            [
                ("xmlns:cp", OfficeNamespace.coreProperties), ("xmlns:dc", WordNamespace.dublinCore),
                ("xmlns:dcterms", WordNamespace.dublinTerms), ("xmlns:xsi", WordNamespace.schemaInstance),
            ]
        ) { xml in
            xml.element("dc:title", text: document.title.wordText)
            xml.element("dc:subject", text: document.subject.wordText)
            xml.element("dc:creator", text: document.issuer.wordText)
            xml.element("cp:keywords", text: document.marking.joined(separator: "; ").wordText)
            xml.element("cp:lastModifiedBy", text: document.issuer.wordText)
            let time = "\(document.date)T00:00:00Z"
            xml.element("dcterms:created", [("xsi:type", "dcterms:W3CDTF")], text: time)
            xml.element("dcterms:modified", [("xsi:type", "dcterms:W3CDTF")], text: time)
            xml.element("dc:language", text: document.language)
        }
        return xml.bytes
    }
}
