import Pack
import Storage
import Synchronization

/// Packs by hash, parsed once: a pack never changes, so neither does what is read from it.
final class PackShelf: Sendable {
    private let packs = Mutex<[String: Pack]>([:])

    func pack(_ hash: String, files: () throws -> [(path: String, bytes: [UInt8])]) throws -> Pack {
        if let known = packs.withLock({ $0[hash] }) { return known }
        let pack = try PackLoader.load(files: try files())
        packs.withLock { $0[hash] = pack }
        return pack
    }

    /// The files that the record keeps for a hash.
    static func files(of hash: String, _ connection: any Connection) throws -> [(
        path: String, bytes: [UInt8]
    )] {
        try connection.query(
            "SELECT path, bytes FROM pack_file WHERE pack_hash = :hash ORDER BY path", ["hash": hash]
        ).map { (path: try $0.get("path"), bytes: try $0.get("bytes")) }
    }
}
