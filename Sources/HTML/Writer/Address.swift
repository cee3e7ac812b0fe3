/// Which addresses a link, form or image may carry.
enum Address {
    /// The address itself where it is harmless, else `#`.
    ///
    /// Harmless are paths of this site, queries, fragments, and the schemes http, https, mailto and tel.
    /// `javascript:` and `data:` would run what somebody typed; `//host` would leave the site unseen;
    /// browsers drop control characters before they look for a scheme, so none may be there.
    static func checked(_ address: String) -> String {
        let bytes = address.utf8
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else { return "#" }
        if address.hasPrefix("//") { return "#" }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return address }
        let beforeColon = bytes[..<colon]
        if beforeColon.contains(where: { endsScheme.contains($0) }) { return address }
        let scheme = String(decoding: beforeColon, as: UTF8.self).lowercased()
        return schemes.contains(scheme) ? address : "#"
    }

    private static let schemes: Set = ["http", "https", "mailto", "tel"]
    private static let endsScheme: Set = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
}
