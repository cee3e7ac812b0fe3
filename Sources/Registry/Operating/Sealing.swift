import CSodium
import Synchronization

/// Encrypts a stream of bytes (libsodium's secretstream, XChaCha20-Poly1305): the line `stocktake-backup-1`, salt,
/// header, then pieces of four bytes of length and a message; the last one says that it is the last.
final class Sealing: Sendable {
    static let magic = Array("stocktake-backup-1\n".utf8)
    static let pieceBytes = 1 << 16

    private let state = Mutex(crypto_secretstream_xchacha20poly1305_state())
    private let sink: @Sendable ([UInt8]) throws -> Void

    /// Writes the beginning.
    ///
    /// - Parameter salt: 16 random bytes.
    /// - Throws: `SealFault.outOfMemory`; what `sink` throws.
    init(passphrase: [UInt8], salt: [UInt8], sink: @escaping @Sendable ([UInt8]) throws -> Void) throws {
        self.sink = sink
        let key = try SealKey(passphrase: passphrase, salt: salt)
        var header = [UInt8](repeating: 0, count: crypto_secretstream_xchacha20poly1305_headerbytes())
        state.withLock { state in
            _ = crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key.bytes)
        }
        try sink(Self.magic + salt + header)
    }

    /// Encrypts some bytes.
    func write(_ bytes: [UInt8]) throws {
        for start in stride(from: 0, to: bytes.count, by: Self.pieceBytes) {
            let piece = Array(bytes[start..<min(start + Self.pieceBytes, bytes.count)])
            try push(piece, crypto_secretstream_xchacha20poly1305_tag_message())
        }
    }

    /// One message of its own, read back in one.
    func writeWhole(_ bytes: [UInt8]) throws {
        precondition(bytes.count <= Self.pieceBytes, "a message of its own fits in one piece")
        try push(bytes, crypto_secretstream_xchacha20poly1305_tag_message())
    }

    /// Says that nothing follows.
    func end() throws { try push([], crypto_secretstream_xchacha20poly1305_tag_final()) }

    private func push(_ piece: [UInt8], _ tag: UInt8) throws {
        var output = [UInt8](
            repeating: 0, count: piece.count + crypto_secretstream_xchacha20poly1305_abytes())
        state.withLock { state in
            _ = crypto_secretstream_xchacha20poly1305_push(
                &state, &output, nil, piece, UInt64(piece.count), nil, 0, tag)
        }
        let count = UInt32(output.count)
        try sink(withUnsafeBytes(of: count.bigEndian) { Array($0) } + output)
    }
}
