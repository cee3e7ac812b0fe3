import Foundation

/// Files in a directory: `<room>/ab/cdef…`, written beside, forced to disk, then renamed.
public struct DirectoryFileStore: FileStore {
    private let directory: String

    /// - Parameter directory: made when the first file comes.
    public init(directory: String) { self.directory = directory }

    public func put<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, in room: String
    ) async throws -> StoredFile where Pieces.Element == [UInt8] {
        try FileName.check(room: room)
        let spool = try await Spool.receive(pieces, in: directory)
        let (folder, path) = place(spool.file.sha256, room)
        do {
            try Spool.makeDirectory(folder)
            guard rename(spool.path, path) == 0 else { throw Spool.failure() }
            for made in [folder, "\(directory)/\(room)", directory] { try Self.force(made) }
        } catch {
            unlink(spool.path)
            throw error
        }
        return spool.file
    }

    public func get(
        _ sha256: String, in room: String, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        try FileName.check(sha256)
        try FileName.check(room: room)
        let pieces = try FilePieces(path: place(sha256, room).path)
        var hash = SHA256()
        while let piece = try pieces.next() {
            hash.update(piece)
            try await body(piece)
        }
        guard SHA256.hex(of: hash.finish()) == sha256 else { throw StorageError.corrupt }
    }

    public func delete(_ sha256: String, in room: String) async throws {
        try FileName.check(sha256)
        try FileName.check(room: room)
        let (folder, path) = place(sha256, room)
        guard unlink(path) == 0 else {
            if errno == ENOENT { return }
            throw Spool.failure()
        }
        try Self.force(folder)
        // Those that are not empty stay: nothing to say of that.
        for emptied in [folder, "\(directory)/\(room)"] where rmdir(emptied) != 0 { return }
    }

    private func place(_ sha256: String, _ room: String) -> (folder: String, path: String) {
        let folder = "\(directory)/\(room)/\(sha256.prefix(2))"
        return (folder, "\(folder)/\(sha256.dropFirst(2))")
    }

    /// Makes names in a directory survive a power cut.
    private static func force(_ directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Spool.failure() }
        defer { _ = Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Spool.failure() }
    }
}
