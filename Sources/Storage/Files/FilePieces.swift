import Foundation

/// The pieces of a file on disk.
struct FilePieces: ~Copyable {
    private let descriptor: Int32

    /// - Throws: `StorageError.fileMissing`.
    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Spool.failure() }
    }

    deinit { _ = Foundation.close(descriptor) }

    /// The next piece; nil at the end.
    func next() throws -> [UInt8]? {
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: FileName.pieceSize) { buffer, filled in
                count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count >= 0 { return count == 0 ? nil : piece }
            guard errno == EINTR else { throw Spool.failure() }
        }
    }
}
