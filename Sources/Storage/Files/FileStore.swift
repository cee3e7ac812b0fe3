/// Keeps the bytes of files, named by their SHA-256, apart for each room: the same bytes in two rooms are two
/// files, so that nobody learns from storage what lies in another room.
public protocol FileStore: Sendable {
    /// Keeps the bytes that a sequence brings; safe on disk when this returns. What is there already is kept once.
    ///
    /// - Parameter room: 1 to 64 of `a`–`z`, `A`–`Z`, `0`–`9` and `-`.
    func put<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces, in room: String) async throws -> StoredFile
    where Pieces.Element == [UInt8]

    /// Hands over a file's bytes piece by piece.
    ///
    /// - Throws: `StorageError.fileMissing`; `.corrupt` where they are no longer what was kept.
    func get(_ sha256: String, in room: String, _ body: ([UInt8]) async throws -> Void) async throws

    /// Removes a file; nothing happens where there is none.
    func delete(_ sha256: String, in room: String) async throws
}

/// A file as it was kept.
public struct StoredFile: Sendable, Hashable {
    /// Lower-case hex.
    public let sha256: String
    public let byteCount: Int
}

/// Checks of names that become parts of paths.
enum FileName {
    static let pieceSize = 1 << 18

    /// - Throws: `StorageError.fileMissing` for what cannot name a file.
    static func check(_ sha256: String) throws {
        let digits = Set("0123456789abcdef".utf8)
        guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(digits.contains) else {
            throw StorageError.fileMissing
        }
    }

    /// - Throws: `StorageError.unstorable` for what cannot name a room.
    static func check(room: String) throws {
        let isFine =
            (1...64).contains(room.utf8.count)
            && room.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "-") || Character(Unicode.Scalar(byte)).isASCIIWordPart
            }
        guard isFine else { throw StorageError.unstorable("a room's name") }
    }
}

extension Character {
    fileprivate var isASCIIWordPart: Bool { isASCII && (isLetter || isNumber) }
}
