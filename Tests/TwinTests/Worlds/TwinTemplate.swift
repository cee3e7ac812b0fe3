import Disclosure
import Foundation
import Storage
import Synchronization
import TestSupport

@testable import Registry

typealias Relations = [Disclosure.Relation]

/// The world as both twins begin with it; on SQLite made once per process and copied.
actor TwinTemplate {
    static let shared = TwinTemplate()
    private static let directory = Mutex("")
    private var made: Task<(file: String, people: [String: Inhabitant]), any Error>?

    /// Runs a test in two worlds that do not differ yet.
    static func with<Value: Sendable>(
        _ engine: Engine, seed: UInt64, relations: Relations = Relation.all,
        _ body: (TwinWorld, TwinWorld) async throws -> Value
    ) async throws -> Value {
        try await one(engine, seed, relations) { first in
            try await one(engine, seed, relations) { second in try await body(first, second) }
        }
    }

    private static func one<Value: Sendable>(
        _ engine: Engine, _ seed: UInt64, _ relations: Relations, _ body: (TwinWorld) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withLocation(engine) { location in
            var people: [String: Inhabitant] = [:]
            if case .sqlite(let directory) = location { people = try await shared.copy(to: directory) }
            let database = try await openDatabase(at: location, settings: .patient)
            do {
                var world = try TwinWorld(database, seed: seed, people: people, relations: relations)
                if people.isEmpty { try await world.make() }
                let value = try await body(world)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    private func copy(to directory: String) async throws -> [String: Inhabitant] {
        let task = made ?? Task { try await Self.make() }
        made = task
        let (file, people) = try await task.value
        try FileManager.default.copyItem(atPath: file, toPath: "\(directory)/stocktake.sqlite")
        return people
    }

    private static func make() async throws -> (file: String, people: [String: Inhabitant]) {
        let path = FileManager.default.temporaryDirectory.appending(path: "stocktake-twins-\(getpid())").path
        directory.withLock { $0 = path }
        atexit { TwinTemplate.remove() }
        let database = try await openDatabase(at: .sqlite(directory: path), settings: .patient)
        var world = try TwinWorld(database, seed: 1, relations: Relation.all)
        try await world.make()
        await database.close()
        return ("\(path)/stocktake.sqlite", world.people)
    }

    private static func remove() {
        do { try FileManager.default.removeItem(atPath: directory.withLock { $0 }) } catch { return }
    }
}
