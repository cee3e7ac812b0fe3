extension JSONValue {
    /// Canonical JSON (RFC 8785) in UTF-8: equal values give equal bytes in every program.
    ///
    /// Integers beyond ±(2⁵³ − 1) are written as the double nearest to them, as the RFC has only doubles.
    /// - Precondition: no number is infinite or not a number.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.write(self)
        return writer.bytes
    }

    /// Canonical JSON (RFC 8785) as text.
    public var canonicalString: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// For people: two spaces a level, a member per line, members by name.
    public var prettyString: String {
        var text = ""
        writePretty(indent: "", into: &text)
        return text
    }

    private func writePretty(indent: String, into text: inout String) {
        let inner = indent + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            text += "[\n"
            for (index, element) in elements.enumerated() {
                text += index > 0 ? ",\n" + inner : inner
                element.writePretty(indent: inner, into: &text)
            }
            text += "\n" + indent + "]"
        case .object(let members) where !members.isEmpty:
            text += "{\n"
            let sorted = members.sorted { CanonicalWriter.precedes($0.key, $1.key) }
            for (index, member) in sorted.enumerated() {
                text += index > 0 ? ",\n" + inner : inner
                text += JSONValue.string(member.key).canonicalString + ": "
                member.value.writePretty(indent: inner, into: &text)
            }
            text += "\n" + indent + "}"
        default: text += canonicalString
        }
    }
}
