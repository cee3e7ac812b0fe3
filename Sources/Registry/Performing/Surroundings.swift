import Record

/// What varies from run to run, passed in so that tests and the demonstration world can fix it.
public struct Surroundings: Sendable {
    public var now: @Sendable () -> Instant
    /// That many random bytes.
    public var random: @Sendable (Int) -> [UInt8]

    public init(now: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.random = random
    }

    /// A random identifier: 26 lower-case letters and digits (130 bits drawn, 5 a character).
    public func newID() -> String { Self.identifier(from: random(26)) }

    static func identifier(from bytes: [UInt8]) -> String {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
        return String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
