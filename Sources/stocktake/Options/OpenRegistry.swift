import Foundation
import Identity
import Record
import Registry
import Storage

/// A registry on an opened and migrated database, for one command.
struct OpenRegistry: Sendable {
    let registry: Registry
    let accounts: Accounts
    /// File of the signing key.
    let keyPath: String
    let isDemonstration: Bool

    /// Opens the database, brings its tables up to date, reads the key.
    ///
    /// The key is made where there is none and the record is empty; a record that has entries has a key somewhere,
    /// and another would not verify.
    static func open(
        _ options: DatabaseOptions, surroundings: Surroundings? = nil, key: SigningKey? = nil,
        scanner: (any MalwareScanner)? = nil
    ) async throws -> OpenRegistry {
        let database = try await openDatabase(at: options.location)
        do {
            try await Migrations.migrate(database, Schema.migrations)
            let state = try await Registry.openingState(of: database)
            let signingKey = try key ?? Self.key(at: options.keyPath, mayBeMade: state.entries == 0)
            let usual = state.isDemonstration ? Self.demonstration(state.lastAt) : Self.system
            let registry = Registry(
                database: database, files: try await openFiles(options, database),
                surroundings: surroundings ?? usual, signingKey: signingKey, scanner: scanner)
            return OpenRegistry(
                registry: registry, accounts: Accounts(registry), keyPath: options.keyPath,
                isDemonstration: state.isDemonstration)
        } catch {
            await database.close()
            throw error
        }
    }

    /// Opens, does something, and closes whatever happens.
    static func with<Value>(
        _ options: DatabaseOptions, scanner: (any MalwareScanner)? = nil,
        _ body: (OpenRegistry) async throws -> Value
    ) async throws -> Value {
        let open = try await open(options, scanner: scanner)
        do {
            let value = try await body(open)
            await open.close()
            return value
        } catch {
            await open.close()
            throw error
        }
    }

    /// Signs the record as it is and keeps the checkpoint beside the key; an empty record has none.
    func keepCheckpoint() async throws {
        guard try await registry.extent().entries > 0 else { return }
        try KnownCheckpoint(beside: keyPath).keep(
            try await registry.checkpoint(), registry.signingKey.verifyingKey)
    }

    func close() async { await registry.database.close() }

    static let system = Surroundings(
        now: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
        random: { SystemRandom.bytes($0) })

    /// In the demonstration world time goes on from where its last entry left it.
    static func demonstration(_ last: Instant) -> Surroundings {
        let begun = ContinuousClock.now
        return Surroundings(
            now: {
                let passed = (ContinuousClock.now - begun).components
                let microseconds = passed.seconds * 1_000_000 + passed.attoseconds / 1_000_000_000_000
                return last.advanced(byMicroseconds: microseconds)
            }, random: { SystemRandom.bytes($0) })
    }

    private static func key(at path: String, mayBeMade: Bool) throws -> SigningKey {
        guard mayBeMade, !FileManager.default.fileExists(atPath: path) else {
            return try SigningKey.load(path: path)
        }
        let mark = SHA256.hash(SystemRandom.bytes(16)).hex.prefix(8)
        let name = "stocktake-\(mark)/record"
        let key = try SigningKey.generate(name: name) { SystemRandom.bytes($0) }
        try key.save(path: path)
        Output.error("A new signing key was written to \(path): keep a copy of it in another place.")
        return key
    }
}
