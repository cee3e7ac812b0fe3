import Foundation

/// A file that is being received: its name, the hash of its bytes, is known only at the end.
struct Spool {
    let path: String
    let file: StoredFile

    /// Receives all pieces into a new file in a directory, forced to disk.
    static func receive<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, in directory: String
    ) async throws -> Spool where Pieces.Element == [UInt8] {
        try makeDirectory(directory)
        var template = Array("\(directory)/incoming-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure() }
        let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        var hash = SHA256()
        var count = 0
        do {
            for try await piece in pieces {
                try write(piece, to: descriptor)
                hash.update(piece)
                count += piece.count
            }
            guard fsync(descriptor) == 0, Foundation.close(descriptor) == 0 else { throw failure() }
        } catch {
            _ = Foundation.close(descriptor)
            unlink(path)
            throw error
        }
        return Spool(path: path, file: StoredFile(sha256: SHA256.hex(of: hash.finish()), byteCount: count))
    }

    static func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw failure()
        }
    }

    /// What the system said last.
    static func failure() -> StorageError {
        switch errno {
        case ENOSPC, EDQUOT: .full
        case ENOENT: .fileMissing
        default: .unreachable("a file cannot be read or written: \(String(cString: strerror(errno)))")
        }
    }

    private static func write(_ piece: [UInt8], to descriptor: Int32) throws {
        var written = 0
        while written < piece.count {
            let count = piece[written...].withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw failure()
            }
            written += count
        }
    }
}
