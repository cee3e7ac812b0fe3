/// One attribute of an element. Made by the typed functions below it, never from a name at run time.
public struct Attribute: Sendable {
    enum Value: Sendable {
        case text(String)
        case number(Int)
        case language(String)
        case flag
        /// Nothing is written: the attribute's condition does not hold.
        case absent
    }

    let name: StaticString
    let suffix: StaticString?
    let value: Value

    init(_ name: StaticString, suffix: StaticString? = nil, _ value: Value) {
        self.name = name
        self.suffix = suffix
        self.value = value
    }

    init(_ name: StaticString, _ text: String) {
        self.init(name, .text(text))
    }

    /// An attribute that is written only where its condition holds.
    public static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
        condition ? attribute() : Attribute("", .absent)
    }

    /// Whether a language is written from right to left.
    public static func isRightToLeft(_ tag: String) -> Bool {
        ["ar", "fa", "he", "ur"].contains(tag.prefix { $0 != "-" })
    }

    func write(to bytes: inout [UInt8]) {
        if case .absent = value { return }
        bytes.append(UInt8(ascii: " "))
        Escaping.appendLiteral(name, to: &bytes)
        if let suffix { Escaping.appendLiteral(suffix, to: &bytes) }
        switch value {
        case .text(let text):
            Escaping.appendLiteral("=\"", to: &bytes)
            Escaping.append(text, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .number(let number):
            Escaping.appendLiteral("=\"", to: &bytes)
            bytes.append(contentsOf: String(number).utf8)
            bytes.append(UInt8(ascii: "\""))
        case .language(let tag):
            Escaping.appendLiteral("=\"", to: &bytes)
            Escaping.append(tag, to: &bytes)
            Escaping.appendLiteral(Self.isRightToLeft(tag) ? "\" dir=\"rtl\"" : "\"", to: &bytes)
        case .flag, .absent:
            break
        }
    }
}
