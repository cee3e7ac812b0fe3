import Foundation
import Record
import Registry
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct BackupTests {
    /// A file in memory.
    final class Tape: Sendable {
        let bytes = Mutex<[UInt8]>([])
        private let place = Mutex(0)

        func write(_ part: [UInt8]) { bytes.withLock { $0 += part } }

        func read(_ count: Int) -> [UInt8] {
            bytes.withLock { bytes in
                place.withLock { place in
                    let part = Array(bytes[min(place, bytes.count)..<min(place + count, bytes.count)])
                    place += part.count
                    return part
                }
            }
        }
    }

    private static let passphrase = Array("a long passphrase".utf8)

    @Test(arguments: Engine.allCases, Engine.allCases)
    func `what was backed up comes back whole on either engine`(from: Engine, to: Engine) async throws {
        let tape = Tape()
        let (root, entries) = try await TestDatabase.withLocation(from) { location in
            let world = try await World.build(at: location)
            let written = try await BackupFile.write(world.registry, passphrase: Self.passphrase) {
                tape.write($0)
            }
            #expect(written.rows > 1_000 && written.lost.isEmpty)
            let found = (try await world.root(), try await world.registry.extent().entries)
            await world.registry.database.close()
            return found
        }
        try await TestDatabase.with(to) { database in
            let files = DirectoryFileStore(directory: "\(NSTemporaryDirectory())/stocktake-\(from)-\(to)")
            let head = try await BackupFile.read(
                into: database, files: files, passphrase: Self.passphrase, from: { tape.read($0) })
            let registry = Registry(
                database: database, files: files, surroundings: try DemonstrationWorld.sample().surroundings,
                signingKey: head.signingKey)
            let report = try await RecordVerifier(registry).run(
                known: try Checkpoint(verifying: head.checkpoint, with: head.signingKey.verifyingKey))
            #expect(report.faults.isEmpty)
            #expect(report.entries == entries)
            #expect(report.root == root)
            #expect(try await Replay(registry).run().agrees)
            #expect(try await registry.isDemonstration())
            let hits = try await registry.database.readAll {
                try $0.query("SELECT count(*) AS many FROM search_document")
            }
            #expect(try hits[0].get("many", as: Int.self) > 100)
        }
    }

    @Test func `a backup that was altered, cut or opened with another passphrase leaves the database empty`()
        async throws
    {
        let world = try await World.shared()
        let tape = Tape()
        try await BackupFile.write(world.registry, passphrase: Self.passphrase) { tape.write($0) }
        let whole = tape.bytes.withLock { $0 }
        var altered = whole
        altered[whole.count / 2] ^= 1
        let cases: [(bytes: [UInt8], passphrase: [UInt8], fault: SealFault)] = [
            (altered, Self.passphrase, .wrongKey), (Array(whole.dropLast(30)), Self.passphrase, .cutOff),
            (whole, Array("another passphrase".utf8), .wrongKey),
            (Array("PK".utf8), Self.passphrase, .notABackup),
        ]
        for one in cases {
            try await TestDatabase.with(.sqlite) { database in
                let tape = Tape()
                tape.write(one.bytes)
                await #expect(throws: one.fault) {
                    _ = try await BackupFile.read(
                        into: database,
                        files: DirectoryFileStore(directory: NSTemporaryDirectory() + "/stocktake-none"),
                        passphrase: one.passphrase, from: { tape.read($0) })
                }
                try await Migrations.migrate(database, Schema.migrations)
                #expect(try await Registry.openingState(of: database).entries == 0)
            }
        }
    }

    @Test func `nothing is restored over a record`() async throws {
        let world = try await World.shared()
        let tape = Tape()
        try await BackupFile.write(world.registry, passphrase: Self.passphrase) { tape.write($0) }
        await #expect(throws: BackupFault.notEmpty) {
            _ = try await BackupFile.read(
                into: world.registry.database,
                files: DirectoryFileStore(directory: NSTemporaryDirectory() + "/stocktake-none"),
                passphrase: Self.passphrase, from: { tape.read($0) })
        }
    }

    @Test func `a restored node says how far behind the last known checkpoint it is`() async throws {
        try await TestDatabase.withDirectory { place in
            let (data, key) = ("\(place)/data", "\(place)/key")
            let secret = try file("a long passphrase\n", "secret", in: place)
            #expect(
                await Tried("demo", "--data", data, "--signing-key", key, "--states", "3", "--years", "1")
                    .status == 0)
            let backup = await Tried(
                "backup", "\(place)/b", "--passphrase-file", secret, "--data", data, "--signing-key", key)
            #expect(backup.status == 0, "\(backup.message)")
            let letter = try file(
                #"{"title": "A letter", "kind": "letter", "issuedOn": "2027-01-10"}"#, "letter.json",
                in: place)
            let act = await Tried(
                "act", "record-document", "--json", letter, "--as", "amara.tindall@example.org", "--capacity",
                "expert",
                "--data", data, "--signing-key", key)
            #expect(act.status == 0, "\(act.message)")
            #expect(await Tried("record", "checkpoint", "--data", data, "--signing-key", key).status == 0)
            let restored = await Tried(
                "restore", "\(place)/b", "--passphrase-file", secret, "--data", "\(place)/new",
                "--signing-key", key)
            #expect(restored.status == 0, "\(restored.message)")
            // The later checkpoint is put aside, where it goes on proving what is missing.
            #expect(FileManager.default.fileExists(atPath: "\(key).checkpoint.before-restore"))
            #expect(
                await Tried("record", "verify", "--data", "\(place)/new", "--signing-key", key).status == 0)
            let wrong = try file("another passphrase\n", "wrong", in: place)
            let refused = await Tried(
                "restore", "\(place)/b", "--passphrase-file", wrong, "--data", "\(place)/other",
                "--signing-key", key)
            #expect(refused.status == 65)
            let twice = await Tried(
                "restore", "\(place)/b", "--passphrase-file", secret, "--data", data, "--signing-key", key)
            #expect(twice.status == 1)
        }
    }
}
