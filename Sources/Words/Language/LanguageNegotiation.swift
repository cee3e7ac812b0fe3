/// Chooses the language of a page from what a browser asks for.
///
/// - Source: RFC 9110 section 12.5.4 (Accept-Language), RFC 4647 section 3.4 (lookup).
public enum LanguageNegotiation {
    /// The best of the available languages.
    ///
    /// - Parameters:
    ///   - header: an Accept-Language value such as `zh-TW,zh;q=0.9,en;q=0.8`; what cannot be read in it is
    ///     passed over.
    ///   - available: tags that there are words for, e.g. `["en", "zh-Hans", "zh-Hant"]`.
    /// - Returns: one of `available`, or nil if none was asked for.
    public static func best(for header: String, among available: [String]) -> String? {
        for range in ranges(in: header) {
            if range == "*" { return available.first }
            if let match = match(range, available) { return match }
        }
        return nil
    }

    /// Ranges with a weight above zero, the heaviest first, equal ones in the order given.
    private static func ranges(in header: String) -> [String] {
        let weighted = header.split(separator: ",").prefix(50).compactMap { item -> (String, Int)? in
            let fields = item.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let range = fields.first, !range.isEmpty else { return nil }
            guard let quality = fields.dropFirst().first(where: { $0.hasPrefix("q=") }) else {
                return (range, 1000)
            }
            guard let value = Double(quality.dropFirst(2)), value > 0, value <= 1 else { return nil }
            return (range, Int(value * 1000))
        }
        let order = weighted.enumerated().sorted {
            $0.element.1 != $1.element.1 ? $0.element.1 > $1.element.1 : $0.offset < $1.offset
        }
        return order.map(\.element.0)
    }

    private static func match(_ range: String, _ available: [String]) -> String? {
        let wanted = chineseScript(of: range) ?? range
        if let exact = available.first(where: { $0.lowercased() == wanted }) { return exact }
        let base = wanted.prefix { $0 != "-" }
        if base == "zh" { return available.first { $0.lowercased().hasPrefix("zh") } }
        return available.first { $0.lowercased() == base || $0.lowercased().hasPrefix(base + "-") }
    }

    /// Taiwan, Hong Kong and Macao write traditional characters; elsewhere Chinese is read as simplified.
    private static func chineseScript(of range: String) -> String? {
        let parts = range.split(separator: "-")
        guard parts.first == "zh" else { return nil }
        if parts.contains("hant") { return "zh-hant" }
        if parts.contains("hans") { return "zh-hans" }
        let isTraditional = parts.contains { ["tw", "hk", "mo"].contains($0) }
        return isTraditional ? "zh-hant" : "zh-hans"
    }
}
