import OfficePackage

/// The one list: a dash before each item.
///
/// Source: ECMA-376 part 1, 17.9.16 (numbering).
enum WordNumbering {
    static func part() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:numbering", [("xmlns:w", WordNamespace.main)]) { xml in
            xml.element("w:abstractNum", [("w:abstractNumId", "0")]) { xml in
                xml.element("w:multiLevelType", [("w:val", "singleLevel")])
                xml.element("w:lvl", [("w:ilvl", "0")]) { xml in
                    xml.element("w:start", [("w:val", "1")])
                    xml.element("w:numFmt", [("w:val", "bullet")])
                    xml.element("w:lvlText", [("w:val", "–")])
                    xml.element("w:lvlJc", [("w:val", "left")])
                    xml.element("w:pPr") { xml in
                        xml.element("w:ind", [("w:left", "397"), ("w:hanging", "284")])
                    }
                }
            }
            xml.element("w:num", [("w:numId", "1")]) { xml in
                xml.element("w:abstractNumId", [("w:val", "0")])
            }
        }
        return xml.bytes
    }
}
