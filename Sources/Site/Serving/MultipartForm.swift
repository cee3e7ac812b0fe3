import Registry

/// A form that was sent with files (RFC 7578): fields as text, files as bytes.
struct MultipartForm: Sendable {
    struct File: Sendable {
        /// As the sender's program calls it; never a path of ours.
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: File] = [:]

    /// Far more than a form of ours has.
    private static let mostParts = 100

    /// - Parameters:
    ///   - body: the whole request's.
    ///   - type: its content type, with the boundary.
    /// - Throws: `Refusal` for what is no such form.
    init(_ body: [UInt8], type: String) throws {
        guard let boundary = Self.boundary(type) else { throw Self.malformed }
        // The first boundary has no line end before it; with one, all are alike.
        let mark = Array("\r\n--\(boundary)".utf8)
        let bytes = [0x0D, 0x0A] + body
        var starts = Self.places(of: mark, in: bytes)
        guard starts.count >= 2, starts.count <= Self.mostParts else { throw Self.malformed }
        let end = starts.removeLast()
        guard bytes[(end + mark.count)...].starts(with: Array("--".utf8)) else { throw Self.malformed }
        for (index, start) in starts.enumerated() {
            let next = index + 1 < starts.count ? starts[index + 1] : end
            try take(bytes[(start + mark.count)..<next])
        }
    }

    private static let malformed = Refusal("request.not-form", .incomplete)

    private mutating func take(_ part: ArraySlice<UInt8>) throws {
        let lineEnds = Array("\r\n\r\n".utf8)
        guard let blank = Self.places(of: lineEnds, in: Array(part.prefix(8_192))).first else {
            throw Self.malformed
        }
        let head = String(decoding: part.prefix(blank), as: UTF8.self)
        let content = part.dropFirst(blank + lineEnds.count)
        for line in head.split(whereSeparator: \.isNewline) {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            guard let name = Self.parameter("name", of: line) else { throw Self.malformed }
            if let file = Self.parameter("filename", of: line) {
                files[name] = File(name: file, bytes: Array(content))
            } else {
                fields[name] = String(decoding: content, as: UTF8.self)
            }
        }
    }

    private static func boundary(_ type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let found = parameter("boundary", of: Substring(type))
        return found.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// `name="…"`, or without quotation marks, as a parameter of its own.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            let value = pair[1].drop { $0 == " " }
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }

    /// Where the mark begins, each place once.
    private static func places(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + mark.count <= bytes.count {
                // Nearly every byte is another than the first of the mark.
                if bytes[index] == mark[0], mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) {
                    found.append(index)
                    index += mark.count
                } else {
                    index += 1
                }
            }
        }
        return found
    }
}
