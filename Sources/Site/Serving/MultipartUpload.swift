import Registry

/// A form that is sent with a large file, taken in as it comes: whoever asks for the file's pieces gets them one by one,
/// and no more than one stands in memory.
actor MultipartUpload {
    /// What was read so far.
    private(set) var fields: [String: String] = [:]
    private var parser: MultipartParser
    private var source: UploadPieces.AsyncIterator
    private var waiting: [MultipartParser.Event] = []
    private var isInFile = false
    private var count = 0
    private let most: Int

    /// A field holds a few lines.
    private static let mostField = 1 << 16

    /// - Parameters:
    ///   - type: the request's content type, with the boundary.
    ///   - most: bytes of the whole request.
    /// - Throws: `Refusal` for what is no such form.
    init(_ pieces: UploadPieces, type: String, most: Int) throws {
        parser = try MultipartParser(type: type)
        source = pieces.makeAsyncIterator()
        self.most = most
    }

    /// Reads on to the next file; what was left of one before is passed over.
    ///
    /// - Returns: its field, and what the sender's program calls it; nil at the end of the form.
    func nextFile() async throws -> (field: String, name: String)? {
        while try await nextPiece() != nil {}
        while let event = try await next() {
            guard case .begins(let name, let file) = event else { throw MultipartParser.malformed }
            if let name, let file {
                isInFile = true
                return (name, file)
            }
            let text = try await field()
            if let name { fields[name] = text }
        }
        return nil
    }

    /// The next piece of the file that was begun; nil at its end.
    func nextPiece() async throws -> [UInt8]? {
        guard isInFile else { return nil }
        guard let event = try await next() else { throw MultipartParser.malformed }
        if case .holds(let bytes) = event { return bytes }
        isInFile = false
        return nil
    }

    private func field() async throws -> String {
        var content: [UInt8] = []
        while case .holds(let bytes) = try await next() {
            content += bytes
            guard content.count <= Self.mostField else { throw MultipartParser.malformed }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private func next() async throws -> MultipartParser.Event? {
        while waiting.isEmpty {
            if parser.isAtEnd { return nil }
            var source = source
            let piece = try await source.next(isolation: #isolation)
            self.source = source
            guard let piece else { throw MultipartParser.malformed }
            count += piece.count
            guard count <= most else { throw Refusal("request.too-large", .tooLarge) }
            waiting = try parser.take(piece)
        }
        return waiting.removeFirst()
    }
}

/// The pieces of the file at which a form stands.
struct UploadedFile: AsyncSequence, Sendable {
    let upload: MultipartUpload

    struct AsyncIterator: AsyncIteratorProtocol {
        let upload: MultipartUpload

        mutating func next() async throws -> [UInt8]? { try await upload.nextPiece() }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(upload: upload) }
}
