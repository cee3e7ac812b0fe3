import CSodium

/// A secret key that marks messages as ours: HMAC-SHA-512-256 (libsodium's `crypto_auth`).
public struct MessageKey: Sendable {
    private let bytes: [UInt8]

    /// - Parameter bytes: 32 secret random bytes.
    public init(_ bytes: [UInt8]) {
        precondition(bytes.count == 32, "a key has 32 bytes")
        Sodium.start()
        self.bytes = bytes
    }

    /// A key of its own for each purpose, so that a mark made for one is none for another.
    public func derived(for purpose: String) -> MessageKey { MessageKey(mark(["purpose", purpose])) }

    /// 32 bytes that only this key gives for exactly these parts.
    func mark(_ parts: [String]) -> [UInt8] { mark(parts.map { Array($0.utf8) }) }

    func mark(_ parts: [[UInt8]]) -> [UInt8] {
        // Each part goes behind its length: ("ab", "c") and ("a", "bc") are not the same.
        var message: [UInt8] = []
        for part in parts {
            message += withUnsafeBytes(of: UInt64(part.count).bigEndian) { Array($0) }
            message += part
        }
        var output = [UInt8](repeating: 0, count: 32)
        _ = crypto_auth(&output, message, UInt64(message.count), bytes)
        return output
    }

    func isMark(_ mark: [UInt8], of parts: [[UInt8]]) -> Bool { Sodium.isEqual(mark, self.mark(parts)) }
}
