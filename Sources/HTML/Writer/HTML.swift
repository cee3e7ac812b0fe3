/// Writes one HTML document or fragment as UTF-8 bytes.
///
/// Element and attribute names are literals of the program (`StaticString`); text and attribute values
/// are escaped without exception. There is no way to write raw markup, so that what a person typed can
/// never become an element, an attribute or a script.
public struct HTML: Sendable {
    /// What was written so far, as UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: bytes to set aside at once; a usual page needs some tens of thousands.
    public init(capacity: Int = 32_768) {
        bytes.reserveCapacity(capacity)
    }

    /// What was written so far, for tests and mail; responses send `bytes`.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes the doctype. Anything else of a document is elements.
    public mutating func doctype() {
        raw("<!doctype html>\n")
    }

    /// Writes text, escaped.
    public mutating func text(_ text: String) {
        Escaping.append(text, to: &bytes)
    }

    /// Writes a whole number without grouping, as in a year or a paragraph.
    public mutating func text(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes an element with its content.
    ///
    /// - Parameters:
    ///   - name: the element's name, e.g. `"article"`.
    ///   - attributes: in the order in which they are written.
    ///   - content: writes what stands inside.
    public mutating func element(
        _ name: StaticString, _ attributes: [Attribute], _ content: (inout HTML) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        close(name)
    }

    /// Writes an element with its content.
    public mutating func element(
        _ name: StaticString, _ attributes: Attribute..., content: (inout HTML) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        close(name)
    }

    /// Writes an element that holds nothing but text.
    public mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Writes an element that has no content and no end tag, such as `input`.
    public mutating func void(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        for attribute in attributes { attribute.write(to: &bytes) }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func raw(_ literal: StaticString) {
        Escaping.appendLiteral(literal, to: &bytes)
    }
}
