import Foundation
import Record
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

/// Files whose bytes were lost or altered behind the program's back: said, and never handed out.
@Suite struct LostFileTests {
    /// A world whose files lie where its engine keeps them, with an attached file, and what can happen to it.
    private struct Keeping {
        let world: TestWorld
        let registry: Registry
        let file: AttachedFile
        let evidence: String
        private let directory: String

        init(_ world: TestWorld, _ engine: Engine) async throws {
            self.world = world
            directory = "\(NSTemporaryDirectory())/stocktake-files-\(UUID().uuidString)"
            let store: any FileStore =
                switch engine {
                case .sqlite: DirectoryFileStore(directory: directory)
                case .postgresql: DatabaseFileStore(database: world.database, spoolDirectory: directory)
                }
            registry = Registry(
                database: world.database, files: store, surroundings: world.clock.surroundings,
                signingKey: world.registry.signingKey)
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let staged = try await Accounts(registry).stage(
                Array("as attached".utf8), name: "a.txt", by: world.visitor("expert"))
            let evidence = try await world.perform(
                "attach-evidence", TestWorld.fields(staged.id, answer), by: "expert"
            ).id("evidence")
            file = try #require(try await world.read(as: "expert") { try $0.item(.evidence, evidence)?.file })
            self.evidence = evidence
        }

        func remove() throws { try FileManager.default.removeItem(atPath: directory) }

        private var path: String {
            "\(directory)/\(StagedFile.room(file.id))/\(file.sha256.prefix(2))/\(file.sha256.dropFirst(2))"
        }

        /// Other bytes of the same length.
        func alter(_ engine: Engine) async throws {
            let bytes = Array("as altered!".utf8)
            switch engine {
            case .sqlite: try Data(bytes).write(to: URL(fileURLWithPath: path))
            case .postgresql:
                try await world.database.write {
                    try $0.execute("UPDATE file_chunk SET bytes = :bytes", ["bytes": bytes])
                }
            }
        }

        func lose(_ engine: Engine) async throws {
            switch engine {
            case .sqlite: try FileManager.default.removeItem(atPath: path)
            case .postgresql: try await world.database.write { try $0.execute("DELETE FROM file_chunk", [:]) }
            }
        }
    }

    @Test(arguments: Engine.allCases, ["its file was altered", "its file is missing"])
    func `verification and backup name the entry whose file was altered or is gone`(
        engine: Engine, what: String
    ) async throws {
        try await TestWorld.with(engine) { world in
            let keeping = try await Keeping(world, engine)
            let written = try await BackupFile.write(keeping.registry, passphrase: Array("secret".utf8)) {
                _ in
            }
            #expect(written.lost.isEmpty)
            #expect(try await RecordVerifier(keeping.registry).run().holds)
            #expect(try await keeping.registry.condition(of: keeping.file) == .whole)
            let isAltered = what.hasSuffix("altered")
            try await isAltered ? keeping.alter(engine) : keeping.lose(engine)
            #expect(
                try await keeping.registry.condition(of: keeping.file) == (isAltered ? .altered : .missing))
            let report = try await RecordVerifier(keeping.registry).run()
            #expect(!report.holds && report.faults.map(\.what) == [what])
            let after = try await BackupFile.write(keeping.registry, passphrase: Array("secret".utf8)) { _ in
            }
            #expect(after.lost == report.faults)
            try keeping.remove()
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backup made beside a lost file is restored whole but for it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let keeping = try await Keeping(world, engine)
            try await keeping.alter(engine)
            let tape = Tape()
            _ = try await BackupFile.write(keeping.registry, passphrase: Array("secret".utf8)) {
                tape.write($0)
            }
            try await TestDatabase.with(.sqlite) { database in
                let files = DirectoryFileStore(directory: NSTemporaryDirectory())
                let head = try await BackupFile.read(
                    into: database, files: files, passphrase: Array("secret".utf8), from: { tape.read($0) })
                let restored = Registry(
                    database: database, files: files, surroundings: world.clock.surroundings,
                    signingKey: head.signingKey)
                let report = try await RecordVerifier(restored).run()
                #expect(report.faults.map(\.what) == ["its file is missing"])
            }
            try keeping.remove()
        }
    }
}

/// A backup in memory.
private final class Tape: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func write(_ part: [UInt8]) { bytes.withLock { $0 += part } }

    func read(_ count: Int) -> [UInt8] {
        bytes.withLock { bytes in
            let part = Array(bytes.prefix(count))
            bytes.removeFirst(part.count)
            return part
        }
    }
}
