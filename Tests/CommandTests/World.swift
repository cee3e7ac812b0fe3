import Foundation
import Mandate
import Record
import Storage
import TestSupport

@testable import Registry

/// A small demonstration world in a database of its own.
struct World {
    static let root =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Packs"

    let registry: Registry
    let accounts: Accounts
    let signIns: [SignIn]

    static func arguments(seed: UInt64 = 1) -> DemonstrationArguments {
        var arguments = DemonstrationArguments()
        (arguments.states, arguments.years, arguments.seed) = (3, 1, seed)
        return arguments
    }

    /// One world for all tests that change no entries.
    private static let common = Task { try await build() }

    static func shared() async throws -> World { try await common.value }

    static func build(
        _ arguments: DemonstrationArguments = arguments(), at location: DatabaseLocation = .temporary
    ) async throws -> World {
        let world = try DemonstrationWorld.sample(arguments)
        let registry = Registry(
            database: try await openDatabase(at: location, settings: .patient),
            files: DirectoryFileStore(directory: NSTemporaryDirectory() + "/stocktake-test-files"),
            surroundings: world.surroundings,
            signingKey: try arguments.signingKey())
        try await registry.migrate()
        let accounts = Accounts(registry)
        return World(
            registry: registry, accounts: accounts, signIns: try await world.build(in: registry, accounts))
    }

    /// The root of the whole record.
    func root() async throws -> Hash32 {
        try Checkpoint(verifying: try await registry.checkpoint(), with: registry.signingKey.verifyingKey)
            .root
    }
}

extension DemonstrationWorld {
    /// Not built yet.
    static func sample(_ arguments: DemonstrationArguments = World.arguments()) throws -> DemonstrationWorld {
        let pack = try DemonstrationPack(
            mandate: "\(World.root)/counter-terrorism", overlay: "\(World.root)/demonstration",
            states: arguments.states)
        let story = URL(fileURLWithPath: "\(World.root)/demonstration-world")
        return try DemonstrationWorld(
            arguments: arguments, pack: pack,
            script: [UInt8](try Data(contentsOf: story.appendingPathComponent("world.json"))),
            cases: [UInt8](try Data(contentsOf: story.appendingPathComponent("cases.json"))))
    }
}
