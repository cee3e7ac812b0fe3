/// Gathers the text of a string item: plain, or in runs whose formats are dropped. Phonetic guides, which
/// stand beside the text and not in it, are left out.
///
/// Source: ECMA-376 part 1, 18.4.8 (si), 18.4.4 (r), 18.4.6 (rPh).
struct RichText {
    private var bytes: [UInt8] = []
    private var isInText = false
    private var phonetic = 0
    private let limit: Int
    /// Whether there was more than can become a text of the length allowed.
    private var isTooLong = false

    /// - Parameter limit: UTF-16 units.
    init(limit: Int) { self.limit = limit }

    mutating func start(_ name: String) {
        switch name {
        case "rPh": phonetic += 1
        case "t": isInText = phonetic == 0
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "rPh": phonetic -= 1
        case "t": isInText = false
        default: break
        }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        if isInText { append(text) }
    }

    /// Adds text wherever it stands.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        // A unit takes at most seven bytes, as an escape.
        if bytes.count + text.count > limit.multipliedReportingOverflow(by: 7).partialValue {
            isTooLong = true
        } else {
            bytes.append(contentsOf: text)
        }
    }

    /// The text as it stands, for what is not text of a cell.
    var plain: String { String(decoding: bytes, as: UTF8.self) }

    /// The text, after which the next begins; nil where it is longer than allowed.
    mutating func take() -> String? {
        defer {
            bytes.removeAll(keepingCapacity: true)
            isTooLong = false
            isInText = false
            phonetic = 0
        }
        guard !isTooLong else { return nil }
        let text = EscapedText.unescape(plain)
        return text.utf8.count > limit && text.utf16.count > limit ? nil : text
    }
}
