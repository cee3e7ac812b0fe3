import OfficePackage

/// What stands on every page: the marking at its head, title and number at its foot.
struct WordMargins {
    private let document: Document

    init(_ document: Document) { self.document = document }

    func header() -> [UInt8] {
        part("w:hdr") { xml in
            let rest = document.marking.dropFirst().joined(separator: " · ")
            let lines = [Line(document.marking.first ?? "", isStrong: true), Line(rest)]
            for line in lines {
                xml.paragraph(style: "Header", isRightToLeft: document.isRightToLeft) {
                    $0.runs(line, in: document.language)
                }
            }
        }
    }

    func footer() -> [UInt8] {
        part("w:ftr") { xml in
            xml.paragraph(style: "Footer", isRightToLeft: document.isRightToLeft) { xml in
                xml.runs(Line("\(document.foot)  ·  "), in: document.language)
                for part in document.pageNumber {
                    switch part {
                    case .text(let text): xml.runs(Line(text), in: document.language)
                    case .page: xml.field("PAGE", in: document.language)
                    case .pages: xml.field("NUMPAGES", in: document.language)
                    }
                }
            }
        }
    }

    private func part(_ root: StaticString, _ content: (inout XMLWriter) -> Void) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(root, [("xmlns:w", WordNamespace.main)], content)
        return xml.bytes
    }
}
