/// What opens a commitment: its salt and its value.
public struct Opening: Hashable, Sendable {
    /// 32 bytes.
    public let salt: [UInt8]
    public let value: JSONValue

    public init(salt: [UInt8], value: JSONValue) {
        self.salt = salt
        self.value = value
    }

    public var commitment: Hash32 { Commitment.commit(salt: salt, value: value) }
}
