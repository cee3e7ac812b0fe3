import OfficePackage

/// Lists: a dash or a number before each item.
///
/// Source: ECMA-376 part 1, 17.9.16 (numbering).
struct WordNumbering {
    let numberings: [WordFlow.Numbering]

    /// Levels that word processors know.
    static let levels = 0..<9

    func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:numbering", [("xmlns:w", WordNamespace.main)]) { xml in
            Self.levels("0", format: "bullet", &xml) { _ in "–" }
            if !numberings.isEmpty { Self.levels("1", format: "decimal", &xml) { "%\($0 + 1)." } }
            xml.element("w:num", [("w:numId", "1")]) { xml in
                xml.element("w:abstractNumId", [("w:val", "0")])
            }
            for (index, numbering) in numberings.enumerated() {
                xml.element("w:num", [("w:numId", "\(index + 2)")]) { xml in
                    xml.element("w:abstractNumId", [("w:val", "1")])
                    xml.element("w:lvlOverride", [("w:ilvl", "\(numbering.level)")]) { xml in
                        xml.element("w:startOverride", [("w:val", "\(numbering.start)")])
                    }
                }
            }
        }
        return xml.bytes
    }

    /// Twentieths of a point from the edge to the text of a list's items.
    static func indent(at level: Int) -> Int { 397 * (level + 1) }

    private static func levels(
        _ id: String, format: String, _ xml: inout XMLWriter, text: (Int) -> String
    ) {
        xml.element("w:abstractNum", [("w:abstractNumId", id)]) { xml in
            xml.element("w:multiLevelType", [("w:val", "hybridMultilevel")])
            for level in levels {
                xml.element("w:lvl", [("w:ilvl", "\(level)")]) { xml in
                    xml.element("w:start", [("w:val", "1")])
                    xml.element("w:numFmt", [("w:val", format)])
                    xml.element("w:lvlText", [("w:val", text(level))])
                    xml.element("w:lvlJc", [("w:val", "left")])
                    xml.element("w:pPr") { xml in
                        xml.element("w:ind", [("w:left", "\(indent(at: level))"), ("w:hanging", "284")])
                    }
                }
            }
        }
    }
}
