import OfficePackage

/// How a word processor takes the file: as today's kind, in the document's language.
///
/// Source: ECMA-376 part 1, 17.15.1.78 (settings).
struct WordSettings {
    private let document: Document

    /// The kind of file that today's programs write; without it they say "compatibility mode".
    private static let today = "15"

    init(_ document: Document) { self.document = document }

    func part() -> [UInt8] {
        let language = WordLanguage(document.language)
        var xml = XMLWriter()
        xml.element("w:settings", [("xmlns:w", WordNamespace.main)]) { xml in
            xml.element("w:defaultTabStop", [("w:val", "720")])
            xml.element("w:characterSpacingControl", [("w:val", "doNotCompress")])
            xml.element("w:compat") { xml in
                xml.element(
                    "w:compatSetting",
                    [
                        ("w:name", "compatibilityMode"),
                        ("w:uri", "http://schemas.microsoft.com/office/word"),
                        ("w:val", Self.today),
                    ])
            }
            let kind: StaticString =
                language.isEastAsian ? "w:eastAsia" : language.isRightToLeft ? "w:bidi" : "w:val"
            xml.element("w:themeFontLang", [(kind, language.tag)])
        }
        return xml.bytes
    }
}
