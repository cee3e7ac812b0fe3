import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// The record proves what was done, and everything follows from it.
@Suite struct RecordTests {
    @Test(arguments: Engine.allCases, [1, 2, 3] as [UInt64])
    func `any stream of acts verifies and replays`(engine: Engine, seed: UInt64) async throws {
        try await TestWorld.with(engine, seed: seed + 10) { world in
            var random = SeededRandom(seed: seed)
            try await world.live(&random, acts: 60)
            let report = try await RecordVerifier(world.registry).run()
            #expect(report.faults.isEmpty)
            #expect(try await world.registry.extent().entries == report.entries)
            let replayed = try await Replay(world.registry).run()
            #expect(replayed.differences.map(\.table) == [])
            let second = try world.secondVerifier()
            #expect(second.status == 0, "\(second.text)")
            if engine == .sqlite { #expect(second.text.hasPrefix("verified \(report.entries) acts")) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an entry's proof holds against a checkpoint, and no other entry's does`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            var random = SeededRandom(seed: 5)
            try await world.live(&random, acts: 20)
            let key = world.registry.signingKey.verifyingKey
            let size = try await world.registry.extent().entries
            for index in [0, 1, size / 2, size - 1] {
                let proof = try await world.registry.inclusionProof(of: String(index))
                #expect(throws: Never.self) { try EntryProof(verifying: proof, with: key) }
                let id = try #require(proof["entry"]?.string)
                #expect(try await world.registry.inclusionProof(of: id) == proof)
                var altered = try #require(proof.object)
                altered["index"] = .integer(Int64(index) + 1)
                #expect(throws: (any Error).self) { try EntryProof(verifying: .object(altered), with: key) }
            }
            await #expect(throws: Refusal("object.not-found", .notFound)) {
                try await world.registry.inclusionProof(of: "nothing")
            }
        }
    }

    @Test func `a log that was cut is known by a checkpoint kept outside`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let before = try await world.registry.extent().entries
            _ = try await world.document()
            let note = try await world.registry.checkpoint()
            let known = try Checkpoint(verifying: note, with: world.registry.signingKey.verifyingKey)
            #expect(try await RecordVerifier(world.registry).run(known: known).holds)
            try await TestWorld.with(.sqlite, mandate: false) { other in
                #expect(try await other.registry.extent().entries == before)
                let report = try await RecordVerifier(other.registry).run(known: known)
                #expect(report.faults.contains { $0.what.contains("it was cut") })
                // A log that went on differently is no better.
                _ = try await other.document("Another")
                #expect(try await !RecordVerifier(other.registry).run(known: known).holds)
            }
        }
    }
}
