import CSodium
import Synchronization

/// Decrypts what `Sealing` wrote. Nothing is given out that was altered, moved or left out.
final class Unsealing: Sendable {
    private let state = Mutex(crypto_secretstream_xchacha20poly1305_state())
    private let hasEnded = Mutex(false)
    private let source: @Sendable (Int) throws -> [UInt8]

    /// - Parameter source: gives exactly so many bytes, fewer at the end of the file.
    /// - Throws: `SealFault`; what `source` throws.
    init(passphrase: [UInt8], source: @escaping @Sendable (Int) throws -> [UInt8]) throws {
        self.source = source
        guard try source(Sealing.magic.count) == Sealing.magic else { throw SealFault.notABackup }
        let salt = try source(SealKey.saltBytes)
        let header = try source(crypto_secretstream_xchacha20poly1305_headerbytes())
        guard salt.count == SealKey.saltBytes,
            header.count == crypto_secretstream_xchacha20poly1305_headerbytes()
        else { throw SealFault.cutOff }
        let key = try SealKey(passphrase: passphrase, salt: salt)
        let status = state.withLock {
            crypto_secretstream_xchacha20poly1305_init_pull(&$0, header, key.bytes)
        }
        guard status == 0 else { throw SealFault.wrongKey }
    }

    /// The next message; nil after the last.
    ///
    /// - Throws: `SealFault`.
    func next() throws -> [UInt8]? {
        guard !hasEnded.withLock({ $0 }) else { return nil }
        let length = try source(4)
        guard length.count == 4 else { throw SealFault.cutOff }
        let count = length.reduce(0) { $0 << 8 | Int($1) }
        let overhead = crypto_secretstream_xchacha20poly1305_abytes()
        guard (overhead...Sealing.pieceBytes + overhead).contains(count) else { throw SealFault.wrongKey }
        let sealed = try source(count)
        guard sealed.count == count else { throw SealFault.cutOff }
        var output = [UInt8](repeating: 0, count: count - overhead)
        var tag: UInt8 = 0
        let status = state.withLock { state in
            crypto_secretstream_xchacha20poly1305_pull(
                &state, &output, nil, &tag, sealed, UInt64(count), nil, 0)
        }
        guard status == 0 else { throw SealFault.wrongKey }
        guard tag == crypto_secretstream_xchacha20poly1305_tag_final() else { return output }
        hasEnded.withLock { $0 = true }
        return nil
    }
}
