/// Writes one XML part as UTF-8. Names are literals of the program; values are always escaped.
public struct XMLWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    }

    /// Writes an element with its content.
    public mutating func element<Failure>(
        _ name: StaticString, _ attributes: [(StaticString, String)] = [],
        _ content: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(name, attributes)
        raw(">")
        try content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    /// Writes an element without content.
    public mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        open(name, attributes)
        raw("/>")
    }

    /// Writes an element that holds nothing but text.
    public mutating func element(
        _ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String
    ) {
        open(name, attributes)
        raw(">")
        escaped(text)
        raw("</")
        raw(name)
        raw(">")
    }

    private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
        raw("<")
        raw(name)
        for (attribute, value) in attributes {
            raw(" ")
            raw(attribute)
            raw("=\"")
            escaped(value)
            raw("\"")
        }
    }

    private mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Tabs and ends of lines too: attributes would turn them into spaces, and `CR LF` into `LF`.
    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "\t"): raw("&#9;")
            case UInt8(ascii: "\n"): raw("&#10;")
            case UInt8(ascii: "\r"): raw("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
