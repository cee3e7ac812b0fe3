import Foundation
import Storage
import TestSupport
import Testing

@Suite struct FileStoreTests {
    enum Keeper: CaseIterable { case directory, sqlite, postgresql }

    private static func with(
        _ keeper: Keeper, _ body: (any FileStore) async throws -> Void
    ) async throws {
        try await TestDatabase.withDirectory { directory in
            switch keeper {
            case .directory:
                try await body(DirectoryFileStore(directory: directory))
            case .sqlite, .postgresql:
                try await TestDatabase.with(keeper == .sqlite ? .sqlite : .postgresql) { database in
                    try await database.migrateTable(DatabaseFileStore.schema)
                    try await body(DatabaseFileStore(database: database, spoolDirectory: directory))
                }
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: directory)
            #expect(left.allSatisfy { !$0.hasPrefix("incoming") }, "nothing half received stays behind")
        }
    }

    private static func stream(_ pieces: [[UInt8]]) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
    }

    private static func bytes(_ store: any FileStore, _ sha256: String, _ room: String) async throws
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        try await store.get(sha256, in: room) { bytes += $0 }
        return bytes
    }

    @Test(arguments: Keeper.allCases)
    func `a file comes back whole, whatever its size`(keeper: Keeper) async throws {
        try await Self.with(keeper) { store in
            for size in [0, 1, 262_143, 262_144, 600_001] {
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                let half = size / 2
                let file = try await store.put(
                    Self.stream([Array(bytes[..<half]), Array(bytes[half...])]), in: "FRD")
                #expect(file.byteCount == size)
                #expect(try await Self.bytes(store, file.sha256, "FRD") == bytes)
            }
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the same bytes in two rooms are two files`(keeper: Keeper) async throws {
        try await Self.with(keeper) { store in
            let file = try await store.put(Self.stream([[1, 2, 3]]), in: "FRD")
            await #expect(throws: StorageError.fileMissing) {
                try await Self.bytes(store, file.sha256, "SYL")
            }
            #expect(try await store.put(Self.stream([[1, 2, 3]]), in: "SYL") == file)
            #expect(try await store.put(Self.stream([[1, 2, 3]]), in: "SYL") == file)
            try await store.delete(file.sha256, in: "FRD")
            try await store.delete(file.sha256, in: "FRD")
            await #expect(throws: StorageError.fileMissing) {
                try await Self.bytes(store, file.sha256, "FRD")
            }
            #expect(try await Self.bytes(store, file.sha256, "SYL") == [1, 2, 3])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an upload that breaks off leaves nothing`(keeper: Keeper) async throws {
        struct Broken: Error {}
        try await Self.with(keeper) { store in
            let pieces = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield([1, 2, 3])
                continuation.finish(throwing: Broken())
            }
            await #expect(throws: Broken.self) { try await store.put(pieces, in: "FRD") }
        }
    }

    @Test func `no name leads out of the directory`() async throws {
        try await Self.with(.directory) { store in
            for room in ["", "..", "a/b", String(repeating: "a", count: 65), "é"] {
                await #expect(throws: StorageError.self) { try await store.put(Self.stream([[1]]), in: room) }
            }
            let upward = "../" + String(repeating: "a", count: 61)
            await #expect(throws: StorageError.fileMissing) { try await Self.bytes(store, upward, "FRD") }
        }
    }

    @Test func `bytes that changed on disk are not handed over as good`() async throws {
        try await TestDatabase.withDirectory { directory in
            let store = DirectoryFileStore(directory: directory)
            let file = try await store.put(Self.stream([[1, 2, 3]]), in: "FRD")
            let path = "\(directory)/FRD/\(file.sha256.prefix(2))/\(file.sha256.dropFirst(2))"
            try Data([1, 2, 4]).write(to: URL(fileURLWithPath: path))
            await #expect(throws: StorageError.corrupt) { try await Self.bytes(store, file.sha256, "FRD") }
        }
    }
}
