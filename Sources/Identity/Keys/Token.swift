import CSodium

/// A secret that opens something by itself: 32 random bytes behind a prefix that says what for. Only its hash
/// is stored.
public struct Token: Hashable, Sendable {
    /// What a token is good for; one of another kind is no token there.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case api = "stk_"
        case session = "sts_"
        case invitation = "sti_"
        case reset = "str_"
        case feed = "stf_"
    }

    public let kind: Kind
    /// Prefix and 43 characters of Base64 for addresses.
    public let text: String

    /// - Parameter random: 32 secret random bytes.
    public init(_ kind: Kind, random: [UInt8]) {
        precondition(random.count == 32, "a token has 32 bytes")
        self.kind = kind
        text = kind.rawValue + Base64URL.string(random)
    }

    /// Reads what somebody sent; nil if it cannot be a token of that kind.
    public init?(_ text: String, kind: Kind) {
        guard text.utf8.count == kind.rawValue.utf8.count + 43, text.hasPrefix(kind.rawValue),
            Base64URL.bytes(String(text.dropFirst(kind.rawValue.count)))?.count == 32
        else { return nil }
        self.kind = kind
        self.text = text
    }

    /// SHA-256 of the text: 32 bytes, the only part that is stored and looked up. A fast hash will do, as there
    /// is nothing to guess.
    public var hash: [UInt8] {
        var output = [UInt8](repeating: 0, count: 32)
        let bytes = Array(text.utf8)
        _ = crypto_hash_sha256(&output, bytes, UInt64(bytes.count))
        return output
    }

    /// `hash` as 64 hexadecimal digits.
    public var hashHex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Whether the stored hash is this token's, in a time that tells nothing.
    public func matches(hash stored: [UInt8]) -> Bool { Sodium.isEqual(hash, stored) }
}
