import Foundation
import Storage
import Synchronization
import TestSupport

@testable import Registry

/// The world as every test begins with it, made once per process and copied: a file is cheaper than its acts.
actor WorldTemplate {
    static let shared = WorldTemplate()

    private var made: [Bool: Task<Made, any Error>] = [:]
    private static let directories = Mutex<[String]>([])

    struct Made: Sendable {
        let file: String
        let people: [String: ActPerformer]
    }

    /// Copies the file of a world into a directory.
    ///
    /// - Returns: the people in it.
    func copy(to directory: String, mandate: Bool) async throws -> [String: ActPerformer] {
        let task = made[mandate] ?? Task { try await Self.make(mandate) }
        made[mandate] = task
        let made = try await task.value
        try FileManager.default.copyItem(atPath: made.file, toPath: "\(directory)/stocktake.sqlite")
        return made.people
    }

    private static func make(_ mandate: Bool) async throws -> Made {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "stocktake-template-\(getpid())-\(mandate)"
        ).path
        let isFirst = directories.withLock { directories in
            directories.append(directory)
            return directories.count == 1
        }
        if isFirst { atexit { WorldTemplate.remove() } }
        let database = try await openDatabase(at: .sqlite(directory: directory), settings: .patient)
        var world = try TestWorld(database, seed: 1)
        try await world.make(mandate: mandate)
        await database.close()
        return Made(file: "\(directory)/stocktake.sqlite", people: world.people)
    }

    private static func remove() {
        for directory in directories.withLock({ $0 }) {
            do { try FileManager.default.removeItem(atPath: directory) } catch { continue }
        }
    }
}
