import CSodium

/// A stream of bytes that looks random and depends on its seed alone: for invented worlds and tests, never for
/// keys that guard anything.
///
/// ChaCha20's key stream under SHA-256 of the seed. `stream` derives an independent one for each label, so that
/// drawing more in one place changes nothing elsewhere.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private let key: [UInt8]
    private var block: UInt64 = 0
    private var buffer: [UInt8] = []
    private var used = 0

    public init(seed: UInt64) { self.init(seed: withUnsafeBytes(of: seed.bigEndian) { Array($0) }) }

    public init(seed: [UInt8]) { key = SHA256.hash(Array("stocktake seed\n".utf8) + seed).bytes }

    private init(key: [UInt8]) { self.key = key }

    /// The independent stream of that name; the same whether or not this one was drawn from.
    public func stream(_ label: String) -> SeededRandom {
        SeededRandom(key: SHA256.hash(key + Array("stream\n\(label)".utf8)).bytes)
    }

    public mutating func bytes(_ count: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(count)
        while output.count < count {
            if used == buffer.count { refill() }
            let taken = min(count - output.count, buffer.count - used)
            output += buffer[used..<used + taken]
            used += taken
        }
        return output
    }

    public mutating func next() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

    private mutating func refill() {
        let nonce = withUnsafeBytes(of: block.bigEndian) { Array($0) }
        buffer = [UInt8](repeating: 0, count: 1024)
        let count = UInt64(buffer.count)
        _ = crypto_stream_chacha20(&buffer, count, nonce, key)
        block += 1
        used = 0
    }
}
