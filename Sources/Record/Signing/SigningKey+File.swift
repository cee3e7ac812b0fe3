#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SigningKey {
    /// Reads a key from its file.
    ///
    /// - Throws: `KeyFault`.
    public static func load(path: String) throws -> SigningKey {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw KeyFault.file(path: path, code: errno) }
        defer { close(descriptor) }
        // A key's line is far shorter; whatever is longer is another file.
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw KeyFault.file(path: path, code: errno) }
        return try SigningKey(String(decoding: buffer[..<count], as: UTF8.self))
    }

    /// Writes the key to a new file that only its owner may read. An existing file is never overwritten: a lost
    /// key cannot be had back.
    ///
    /// - Throws: `KeyFault.file`.
    public func save(path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw KeyFault.file(path: path, code: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw KeyFault.file(path: path, code: errno)
        }
    }
}
