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

    /// Whether the bytes of a file are there, by its first piece alone.
    public func has(_ file: AttachedFile) async throws -> Bool {
        do {
            try await read(file) { _ in throw FirstPiece() }
            return false
        } catch is FirstPiece {
            return true
        } catch StorageError.fileMissing {
            return false
        }
    }

    private struct FirstPiece: Error {}
}
