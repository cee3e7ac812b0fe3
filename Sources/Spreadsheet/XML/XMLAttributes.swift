/// Attributes of an element that is being read; valid only while it is.
struct XMLAttributes {
    /// Fives of local name, prefix, namespace, start and end of the value, as libxml2 gives them.
    private let fives: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    private static let length = 5

    init(_ fives: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        self.fives = fives
        self.count = fives == nil ? 0 : count
    }

    /// The attribute of that name without a prefix.
    subscript(name: StaticString) -> String? { value(name, prefixed: false) }

    /// The attribute of that name with a prefix, as in `r:id`.
    func prefixed(_ name: StaticString) -> String? { value(name, prefixed: true) }

    /// Whether the attribute says yes; `otherwise` where it says nothing.
    func isTrue(_ name: StaticString, otherwise: Bool = false) -> Bool {
        switch self[name] {
        case nil: otherwise
        case "1", "true", "on": true
        default: false
        }
    }

    private func value(_ name: StaticString, prefixed: Bool) -> String? {
        guard let fives else { return nil }
        for index in 0..<count {
            let five = fives + index * Self.length
            guard let local = five[0], (five[1] != nil) == prefixed, Self.equal(local, name),
                let start = five[3], let end = five[4]
            else { continue }
            let text = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            // libxml2 hands on an ampersand in this form unless it is let to replace entities.
            return text.utf8.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
        }
        return nil
    }

    private static func equal(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { letters in
            for (index, letter) in letters.enumerated() where text[index] != letter { return false }
            return text[letters.count] == 0
        }
    }
}
