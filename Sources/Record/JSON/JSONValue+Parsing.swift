extension JSONValue {
    /// Longest text that is read unless the caller says otherwise: 64 MiB.
    public static let usualMaximumBytes = 64 << 20

    /// Reads one JSON value, strictly.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 without a byte order mark.
    ///   - maximumBytes: longer input is refused before it is looked at.
    /// - Throws: `JSONParseError`: what is wrong, where, and what to do. Source: RFC 8259, RFC 7493, RFC 8785.
    public init(parsing bytes: [UInt8], maximumBytes: Int = usualMaximumBytes) throws(JSONParseError) {
        guard bytes.count <= maximumBytes else {
            throw JSONParseError(line: 1, column: 1, fault: .tooLong)
        }
        let result: Result<JSONValue, JSONParseError> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer)
            do throws(JSONParseError) {
                return .success(try parser.document())
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// Reads one JSON value, strictly; as `init(parsing:maximumBytes:)` for bytes.
    public init(parsing text: String, maximumBytes: Int = usualMaximumBytes) throws(JSONParseError) {
        try self.init(parsing: Array(text.utf8), maximumBytes: maximumBytes)
    }
}
