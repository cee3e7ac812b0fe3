import Pack
import Record
import Storage

extension Registry {
    /// Puts the files of a pack beside the record, so that an act can adopt it by its hash.
    ///
    /// - Parameter files: paths relative to the pack, with `/`, and their bytes.
    /// - Returns: the pack's hash; see docs/record-format.md, "Packs".
    /// - Throws: `PackFaults` where it is no pack; `StorageError`.
    public func stage(pack files: [(path: String, bytes: [UInt8])]) async throws -> PackID {
        _ = try PackLoader.load(files: files)
        let listed = files.map { (path: $0.path, bytes: $0.bytes, hash: SHA256.hash($0.bytes).hex) }
        let members = listed.map { ($0.path, JSONValue.string($0.hash)) }
        let list = JSONValue.object(Dictionary(members, uniquingKeysWith: { $1 }))
        let pack = PackID(SHA256.hash(list.canonicalBytes).hex)
        try await database.write { connection in
            for file in listed {
                try connection.execute(
                    """
                    INSERT INTO pack_file (pack_hash, path, sha256, bytes)
                    VALUES (:pack, :path, :sha256, :bytes)
                    ON CONFLICT (pack_hash, path) DO NOTHING
                    """, ["pack": pack, "path": file.path, "sha256": file.hash, "bytes": file.bytes])
            }
        }
        return pack
    }

    /// Takes the files of a pack away again, unless some act adopted it.
    public func discardUnadopted(pack: PackID) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                DELETE FROM pack_file
                 WHERE pack_hash = :pack
                   AND NOT EXISTS (SELECT 1 FROM pack_in_force WHERE pack_hash = :pack)
                """, ["pack": pack])
        }
    }
}
