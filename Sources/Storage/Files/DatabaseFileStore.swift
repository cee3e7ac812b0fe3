import Foundation

/// Files in the database in pieces of 256 kB, so that all nodes of a server have them.
public struct DatabaseFileStore: FileStore {
    /// The tables it needs, for a migration.
    public static let schema = """
        CREATE TABLE file (
            room       TEXT NOT NULL,
            sha256     TEXT NOT NULL,
            byte_count INTEGER NOT NULL,
            PRIMARY KEY (room, sha256)
        );
        CREATE TABLE file_chunk (
            room     TEXT NOT NULL,
            sha256   TEXT NOT NULL,
            position INTEGER NOT NULL,
            bytes    BLOB NOT NULL,
            PRIMARY KEY (room, sha256, position),
            FOREIGN KEY (room, sha256) REFERENCES file (room, sha256)
        );
        """

    private let database: any Database
    private let spoolDirectory: String

    /// - Parameter spoolDirectory: where files lie while they are received.
    public init(database: any Database, spoolDirectory: String) {
        self.database = database
        self.spoolDirectory = spoolDirectory
    }

    public func put<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, in room: String
    ) async throws -> StoredFile where Pieces.Element == [UInt8] {
        try FileName.check(room: room)
        let spool = try await Spool.receive(pieces, in: spoolDirectory)
        defer { unlink(spool.path) }
        try await database.write { connection in
            let inserted = try connection.executeCounting(
                """
                INSERT INTO file (room, sha256, byte_count) VALUES (:room, :sha256, :count)
                ON CONFLICT (room, sha256) DO NOTHING
                """, ["room": room, "sha256": spool.file.sha256, "count": spool.file.byteCount])
            guard inserted == 1 else { return }
            let pieces = try FilePieces(path: spool.path)
            var position = 0
            while let piece = try pieces.next() {
                // Counting waits for the server, so that no more than one piece stands in memory.
                _ = try connection.executeCounting(
                    """
                    INSERT INTO file_chunk (room, sha256, position, bytes)
                    VALUES (:room, :sha256, :position, :bytes)
                    """, ["room": room, "sha256": spool.file.sha256, "position": position, "bytes": piece])
                position += 1
            }
        }
        return spool.file
    }

    public func get(
        _ sha256: String, in room: String, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        let database = database
        let known = try await database.read { connection in
            try connection.query(
                "SELECT byte_count FROM file WHERE room = :room AND sha256 = :sha256",
                ["room": room, "sha256": sha256]
            ).first?.get("byte_count", as: Int.self)
        }
        guard let known else { throw StorageError.fileMissing }
        var hash = SHA256()
        for position in 0..<((known + FileName.pieceSize - 1) / FileName.pieceSize) {
            let piece = try await database.read { connection in
                try connection.query(
                    """
                    SELECT bytes FROM file_chunk
                     WHERE room = :room AND sha256 = :sha256 AND position = :position
                    """, ["room": room, "sha256": sha256, "position": position]
                ).first?.get("bytes", as: [UInt8].self)
            }
            guard let piece else { throw StorageError.fileMissing }
            hash.update(piece)
            try await body(piece)
        }
        guard SHA256.hex(of: hash.finish()) == sha256 else { throw StorageError.corrupt }
    }

    public func delete(_ sha256: String, in room: String) async throws {
        try await database.write { connection in
            let named = ["room": room, "sha256": sha256]
            try connection.execute("DELETE FROM file_chunk WHERE room = :room AND sha256 = :sha256", named)
            try connection.execute("DELETE FROM file WHERE room = :room AND sha256 = :sha256", named)
        }
    }
}
