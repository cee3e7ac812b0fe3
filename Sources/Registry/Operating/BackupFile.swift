import Record
import Storage

/// Everything needed to go on, in one encrypted file that either engine takes back: all tables but the search
/// index, the signing key, the checkpoint of that moment.
public enum BackupFile {
    /// What a backup says about itself.
    public struct Head: Sendable {
        /// The signed note of the record as it was when the backup began.
        public let checkpoint: String
        public let signingKey: SigningKey
    }

    /// What came into a backup.
    public struct Written: Sendable {
        public let rows: Int
        /// Attached files that are missing or were altered, by the entry that attached them: the backup is without them.
        public let lost: [RecordVerifier.Fault]
    }

    /// Made again after a restore, or carried file by file.
    private static let leftOut = Set(Schema.index).union(BackupFiles.tables)

    /// Writes a backup; the registry may be in use meanwhile.
    ///
    /// - Throws: `StorageError`, `SealFault.outOfMemory`; what `sink` throws.
    @discardableResult
    public static func write(
        _ registry: Registry, passphrase: [UInt8], to sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Written {
        let head = JSONValue.object([
            "checkpoint": .string(try await registry.checkpoint()),
            "signingKey": .string(registry.signingKey.text), "files": true,
        ])
        let sealing = try Sealing(
            passphrase: passphrase, salt: SystemRandom.bytes(SealKey.saltBytes), sink: sink)
        try sealing.writeWhole(head.canonicalBytes)
        let lost = try await BackupFiles.write(registry, to: sealing)
        let rows = try await TableDump.write(registry.database, leavingOut: leftOut) {
            try sealing.write($0)
        }
        try sealing.end()
        return Written(rows: rows, lost: lost)
    }

    /// Fills an empty database; whatever goes wrong, it stays empty.
    ///
    /// - Parameters:
    ///   - files: where attached files are kept.
    ///   - source: gives exactly so many bytes, fewer at the end of the file.
    ///   - accept: sees the head before anything is filled, and may throw.
    /// - Throws: `BackupFault`, `SealFault`, `StorageError`.
    public static func read(
        into database: any Database, files: any FileStore, passphrase: [UInt8],
        from source: @escaping @Sendable (Int) throws -> [UInt8], accept: (Head) throws -> Void = { _ in }
    ) async throws -> Head {
        let unsealing = try Unsealing(passphrase: passphrase, source: source)
        guard let first = try unsealing.next() else { throw SealFault.cutOff }
        let json = try JSONValue(parsing: first)
        guard let note = json["checkpoint"]?.string, let key = json["signingKey"]?.string else {
            throw SealFault.notABackup
        }
        let head = Head(checkpoint: note, signingKey: try SigningKey(key))
        try await Migrations.migrate(database, Schema.migrations)
        guard try await Registry.openingState(of: database).entries == 0 else { throw BackupFault.notEmpty }
        try accept(head)
        // Backups from before attached files have none.
        let kept = json["files"] == nil ? [] : try await BackupFiles.read(unsealing, into: files)
        do {
            try await TableDump.read(
                into: database, Schema.migrations, keeping: kept.isEmpty ? [] : BackupFiles.tables
            ) { try unsealing.next() }
        } catch {
            for file in kept { try await files.delete(file.sha256, in: file.room) }
            throw error
        }
        try await database.write { try SearchIndex.rebuild($0) }
        return head
    }
}

/// Why a backup is not restored.
public enum BackupFault: Error, Hashable, Sendable {
    /// The database holds a record already.
    case notEmpty
}
