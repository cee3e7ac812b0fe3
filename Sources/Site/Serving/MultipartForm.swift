import Registry

/// A small form that was sent with files and stands in memory: fields as text, files as bytes.
struct MultipartForm: Sendable {
    struct File: Sendable {
        /// As the sender's program calls it; never a path of ours.
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: File] = [:]

    /// - Parameters:
    ///   - body: the whole request's.
    ///   - type: its content type, with the boundary.
    /// - Throws: `Refusal` for what is no such form.
    init(_ body: [UInt8], type: String) throws {
        var parser = try MultipartParser(type: type)
        var part: (name: String?, file: String?) = (nil, nil)
        var content: [UInt8] = []
        for event in try parser.take(body) {
            switch event {
            case .begins(let name, let file): (part, content) = ((name, file), [])
            case .holds(let bytes): content += bytes
            case .ends:
                guard let name = part.name else { continue }
                if let file = part.file {
                    files[name] = File(name: file, bytes: content)
                } else {
                    fields[name] = String(decoding: content, as: UTF8.self)
                }
            }
        }
        guard parser.isAtEnd else { throw MultipartParser.malformed }
    }
}
