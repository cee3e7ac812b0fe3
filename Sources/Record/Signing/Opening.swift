/// What opens a commitment: its salt and its value.
public struct Opening: Hashable, Sendable {
    /// 32 bytes.
    public let salt: [UInt8]
    public let value: JSONValue

    public init(salt: [UInt8], value: JSONValue) {
        self.salt = salt
        self.value = value
    }

    /// - Throws: `EntryProofFault.badForm`.
    init(json: JSONValue) throws(EntryProofFault) {
        guard let salt = json["salt"]?.string.flatMap(Base64.bytes), salt.count == Commitment.saltLength,
            let value = json["value"], json.object?.count == 2
        else { throw .badForm }
        self.init(salt: salt, value: value)
    }

    /// `{"salt": Base64, "value": …}`.
    var json: JSONValue { .object(["salt": .string(Base64.string(salt)), "value": value]) }

    public var commitment: Hash32 { Commitment.commit(salt: salt, value: value) }
}
