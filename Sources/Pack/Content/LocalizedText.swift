/// One text in the languages that the pack has it in.
public struct LocalizedText: Sendable, Hashable {
    /// Text by BCP 47 tag, e.g. `zh-Hans`.
    public let values: [String: String]

    public init(_ values: [String: String]) { self.values = values }

    /// The text in a language, or in the nearest that there is: the other Chinese script, English, any.
    ///
    /// - Returns: the empty text only if there is none at all, which the loader refuses.
    public func `in`(_ language: String) -> String {
        for tag in [language] + Self.nearest(language) {
            if let text = values[tag] { return text }
        }
        return values.min { $0.key < $1.key }?.value ?? ""
    }

    /// The language that `in` would answer in, so that a page can mark it.
    public func language(for wanted: String) -> String? {
        ([wanted] + Self.nearest(wanted)).first { values[$0] != nil } ?? values.keys.min()
    }

    public func callAsFunction(_ language: String) -> String { self.in(language) }

    private static func nearest(_ language: String) -> [String] {
        switch language {
        case "zh-Hant": ["zh-Hans", "en"]
        case "zh-Hans": ["zh-Hant", "en"]
        default: ["en"]
        }
    }
}
