import Record
import Storage

/// The attached files within a backup, before the tables: for each a message that names it, its bytes in further
/// messages, and an empty object at the end. Either engine's store takes them back.
enum BackupFiles {
    /// Those in which an engine keeps the bytes itself.
    static let tables: Set = ["file", "file_chunk"]

    struct Kept: Hashable, Sendable {
        let room: String
        let sha256: String
    }

    /// Whatever comes while others are written follows, until nothing new is there.
    ///
    /// - Returns: attached files that are missing or were altered, which the backup does not hold.
    static func write(_ registry: Registry, to sealing: Sealing) async throws -> [RecordVerifier.Fault] {
        var written: Set<Kept> = []
        var lost: [(file: KeptFile, what: String)] = []
        while true {
            let kept = try await registry.keptFiles()
            let new = kept.filter { !written.contains($0.kept) }
            guard !new.isEmpty else {
                try sealing.writeWhole(JSONValue.object([:]).canonicalBytes)
                // What was erased meanwhile is no loss.
                return lost.compactMap { file, what in
                    guard let entry = file.entry, kept.contains(where: { $0.kept == file.kept }) else {
                        return nil
                    }
                    return RecordVerifier.Fault(entry: entry, what: what)
                }
            }
            for file in new {
                written.insert(file.kept)
                let found = try await registry.condition(
                    of: file.kept.sha256, in: file.kept.room, size: file.size)
                if let what = found.fault {
                    lost.append((file, what))
                } else {
                    try await write(file, registry, to: sealing)
                }
            }
        }
    }

    private static func write(_ file: KeptFile, _ registry: Registry, to sealing: Sealing) async throws {
        var isBegun = false
        do {
            try await registry.files.get(file.kept.sha256, in: file.kept.room) { piece in
                if !isBegun {
                    let head = JSONValue.object([
                        "room": .string(file.kept.room), "sha256": .string(file.kept.sha256),
                        "size": .integer(Int64(file.size)),
                    ])
                    try sealing.writeWhole(head.canonicalBytes)
                    isBegun = true
                }
                try sealing.write(piece)
            }
        } catch StorageError.fileMissing where !isBegun {
            // Erased meanwhile.
        }
    }

    /// - Returns: what was put into the store.
    static func read(_ unsealing: Unsealing, into files: any FileStore) async throws -> [Kept] {
        var kept: [Kept] = []
        do {
            while true {
                guard let message = try unsealing.next() else { throw SealFault.cutOff }
                let head = try JSONValue(parsing: message)
                guard let room = head["room"]?.string, let sha256 = head["sha256"]?.string,
                    case .integer(let size)? = head["size"]
                else { return kept }
                kept.append(Kept(room: room, sha256: sha256))
                let stored = try await files.put(
                    SealedPieces(unsealing: unsealing, size: Int(size)), in: room)
                guard stored.sha256 == sha256 else { throw SealFault.notABackup }
            }
        } catch {
            for file in kept { try await files.delete(file.sha256, in: file.room) }
            throw error
        }
    }
}

/// A file that the registry keeps: attached and not erased, or waiting.
struct KeptFile: Sendable {
    let kept: BackupFiles.Kept
    let size: Int
    /// Index of the entry that attached it; nil for one that waits.
    let entry: Int?
}

extension Registry {
    func keptFiles() async throws -> [KeptFile] {
        try await database.readAll { connection in
            let attached = try connection.query(
                """
                SELECT DISTINCT entered_by, detail FROM item
                 WHERE type = 'evidence' AND value IS NOT NULL ORDER BY entered_by
                """, [:]
            ).compactMap { row -> KeptFile? in
                let detail = try JSONValue(parsing: try row.get("detail", as: String.self))
                guard let file = detail["file"]?.string, let sha256 = detail["sha256"]?.string,
                    let size = detail["size"]?.string.flatMap({ Int($0) })
                else { return nil }
                return KeptFile(
                    kept: .init(room: StagedFile.room(file), sha256: sha256), size: size,
                    entry: try row.get("entered_by"))
            }
            let waiting = try connection.query("SELECT id, sha256, size FROM staged_file ORDER BY id", [:])
                .map {
                    KeptFile(
                        kept: .init(
                            room: StagedFile.room(try $0.get("id")), sha256: try $0.get("sha256")),
                        size: try $0.get("size"), entry: nil)
                }
            return attached + waiting
        }
    }
}

/// The messages of one file.
private struct SealedPieces: AsyncSequence, Sendable {
    let unsealing: Unsealing
    let size: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        let unsealing: Unsealing
        var rest: Int

        mutating func next() async throws -> [UInt8]? {
            guard rest > 0 else { return nil }
            guard let piece = try unsealing.next(), piece.count <= rest else { throw SealFault.cutOff }
            rest -= piece.count
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(unsealing: unsealing, rest: size) }
}
