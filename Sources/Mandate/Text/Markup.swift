/// Takes a web page's tags off its text.
enum Markup {
    /// - Returns: the text alone, and whether there was markup.
    static func setAside(_ bytes: [UInt8]) -> (text: [UInt8], hadMarkup: Bool) {
        guard looksLikeMarkup(bytes) else { return (bytes, false) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        var unclosed: Set<String> = []
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"): index = tag(bytes, index, &result, &unclosed)
            case UInt8(ascii: "&"): index = entity(bytes, index, &result)
            case 0x0A, 0x0D:
                // In a page the source's line ends are blanks.
                result.append(0x20)
                index += 1
            default:
                result.append(bytes[index])
                index += 1
            }
        }
        return (result, true)
    }

    private static let signs = [
        "<html", "<body", "<p>", "<p ", "<div", "<br", "<!doctype", "</p>", "<span", "<li>", "<td",
    ]
    .map { Array($0.utf8) }

    private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
        var seen = 0
        let limit = min(bytes.count, 400_000)
        var index = 0
        while index < limit {
            if bytes[index] == UInt8(ascii: "<"), signs.contains(where: { matches($0, bytes, index) }) {
                seen += 1
                if seen >= 2 { return true }
            }
            index += 1
        }
        return false
    }

    private static func matches(_ sign: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
        guard start + sign.count <= bytes.count else { return false }
        return sign.indices.allSatisfy { bytes[start + $0] | 0x20 == sign[$0] | 0x20 }
    }

    private static let blocks: Set<String> = [
        "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section", "article",
        "header",
        "footer", "hr", "dd", "dt", "blockquote", "title", "body", "nav", "pre",
    ]
    private static let comment = Array("<!--".utf8)
    private static let hidden: Set<String> = ["script", "style", "sup", "noscript", "template"]

    /// - Returns: where the text goes on behind the tag.
    private static func tag(
        _ bytes: [UInt8], _ start: Int, _ result: inout [UInt8], _ unclosed: inout Set<String>
    ) -> Int {
        if matches(comment, bytes, start) { return find("-->", bytes, start + 4) ?? bytes.count }
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < bytes.count, index - nameStart < 12, isNameByte(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        guard !name.isEmpty || (nameStart < bytes.count && bytes[nameStart] == UInt8(ascii: "!")) else {
            result.append(bytes[start])
            return start + 1
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">"), index - start < 4000 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
            result.append(bytes[start])
            return start + 1
        }
        if name == "br" { result.append(0x0A) }
        if blocks.contains(name) { result.append(contentsOf: [0x0A, 0x0A]) }
        if name == "td" || name == "th" { result.append(0x20) }
        if hidden.contains(name), nameStart == start + 1, !unclosed.contains(name) {
            if let end = find("</" + name, bytes, index) { return end }
            // Looked for once: a page of nothing but opening tags must not take its time.
            unclosed.insert(name)
        }
        return index + 1
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Behind the next occurrence, as far as a page's scripts are long.
    private static func find(_ mark: String, _ bytes: [UInt8], _ start: Int) -> Int? {
        let sign = Array(mark.utf8)
        var index = start
        while index < bytes.count, index - start < 500_000 {
            if matches(sign, bytes, index) {
                while mark.hasPrefix("</"), index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                    index += 1
                }
                return min(bytes.count, mark.hasPrefix("</") ? index + 1 : index + sign.count)
            }
            index += 1
        }
        return nil
    }

    private static let names: [String: UInt32] = [
        "nbsp": 0x20, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "rsquo": 0x2019,
        "lsquo": 0x2018,
        "ldquo": 0x201C, "rdquo": 0x201D, "ndash": 0x2013, "mdash": 0x2014, "eacute": 0xE9, "egrave": 0xE8,
        "agrave": 0xE0,
        "ecirc": 0xEA, "ccedil": 0xE7, "ocirc": 0xF4, "icirc": 0xEE, "acirc": 0xE2, "ucirc": 0xFB,
        "ugrave": 0xF9,
        "Eacute": 0xC9, "laquo": 0xAB, "raquo": 0xBB, "shy": 0xAD, "hellip": 0x2026, "ntilde": 0xF1,
        "iacute": 0xED,
        "oacute": 0xF3, "aacute": 0xE1, "uacute": 0xFA, "oelig": 0x153, "euml": 0xEB, "iuml": 0xEF,
        "uuml": 0xFC,
    ]

    private static func entity(_ bytes: [UInt8], _ start: Int, _ result: inout [UInt8]) -> Int {
        var end = start + 1
        while end < bytes.count, end - start < 10, isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") {
            end += 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
            result.append(bytes[start])
            return start + 1
        }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        var value = names[name]
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            value = UInt32(name.dropFirst(2), radix: 16)
        } else if name.hasPrefix("#") {
            value = UInt32(name.dropFirst(1))
        }
        guard let value, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value), value > 0 else {
            result.append(bytes[start])
            return start + 1
        }
        UTF8Walk.append(value, to: &result)
        return end + 1
    }
}
