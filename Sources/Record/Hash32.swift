/// A SHA-256 hash: 32 bytes, held without allocation; ordered as its bytes are.
public struct Hash32: Hashable, Comparable, Sendable, CustomStringConvertible {
    // Four words in memory order: together they are the 32 bytes.
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.init { target in
            let isCopied: Void? = bytes.withContiguousStorageIfAvailable { source in
                if let start = source.baseAddress { target.update(from: start, count: 32) }
            }
            guard isCopied == nil else { return }
            for (index, byte) in bytes.enumerated() { target[index] = byte }
        }
    }

    /// Nil unless the text is 64 hexadecimal digits in lower case.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.bytes(hex) else { return nil }
        self.init(bytes)
    }

    /// Nil unless the text is the padded Base64 of 32 bytes.
    public init?(base64: String) {
        guard let bytes = Base64.bytes(base64) else { return nil }
        self.init(bytes)
    }

    /// Fills the 32 bytes in place.
    init(filling fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        withUnsafeMutablePointer(to: &self) { $0.withMemoryRebound(to: UInt8.self, capacity: 32, fill) }
    }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
    public var hex: String { withUnsafeBytes { Hexadecimal.string($0) } }
    public var base64: String { Base64.string(bytes) }
    public var description: String { hex }

    public static func < (left: Hash32, right: Hash32) -> Bool {
        if left.first != right.first { return left.first.bigEndian < right.first.bigEndian }
        if left.second != right.second { return left.second.bigEndian < right.second.bigEndian }
        if left.third != right.third { return left.third.bigEndian < right.third.bigEndian }
        return left.fourth.bigEndian < right.fourth.bigEndian
    }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: self, body)
    }
}
