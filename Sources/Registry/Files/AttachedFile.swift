import Storage

/// A file as its evidence names it.
public struct AttachedFile: Sendable {
    public let name: String
    public let format: FileFormat
    /// In bytes.
    public let size: Int
    let id: String
    let sha256: String
}

extension ItemView {
    /// The file of evidence; nil where it was erased, and for other items.
    public var file: AttachedFile? {
        guard type == .evidence, let value, let format = fileFormat, let id = text("file"),
            let sha256 = text("sha256"), let size = text("size").flatMap({ Int($0) })
        else { return nil }
        return AttachedFile(name: value, format: format, size: size, id: id, sha256: sha256)
    }
}

extension Registry {
    /// Hands over the bytes of a file, which whoever asks was shown, piece by piece.
    ///
    /// - Throws: `StorageError.fileMissing`; `.corrupt` where they are no longer what was attached.
    public func read(_ file: AttachedFile, _ body: ([UInt8]) async throws -> Void) async throws {
        try await files.get(file.sha256, in: StagedFile.room(file.id), body)
    }

    /// How the bytes of a file are, read to their end: nobody is to be given the first of them before the last is known.
    public func condition(of file: AttachedFile) async throws -> FileCondition {
        try await condition(of: file.sha256, in: StagedFile.room(file.id), size: file.size)
    }

    func condition(of sha256: String, in room: String, size: Int) async throws -> FileCondition {
        do {
            var count = 0
            try await files.get(sha256, in: room) { count += $0.count }
            return count == size ? .whole : .altered
        } catch StorageError.fileMissing {
            return .missing
        } catch StorageError.corrupt {
            return .altered
        }
    }
}

/// How the bytes of an attached file are, held against the hash that the record names.
public enum FileCondition: Sendable {
    case whole, missing, altered

    /// English, for whoever runs the host; nil where all is well.
    var fault: String? {
        switch self {
        case .whole: nil
        case .missing: "its file is missing"
        case .altered: "its file was altered"
        }
    }
}
