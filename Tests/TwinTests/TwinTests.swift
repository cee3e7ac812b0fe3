import Disclosure
import Foundation
import Record
import Storage
import Testing

extension Relations {
    /// Who sees what, as the product has it.
    static let product = Relation.all
}

/// A line that shows at once, also where the run is stopped.
func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

/// Two worlds that differ only in what a viewer may not see answer that viewer alike, byte for byte.
///
/// Endpoints and acts come from the product's own lists. `make soak SEED=…` walks on from a seed for as long as one likes;
/// what fails is shrunk to a short list of acts, printed so that it can be walked again.
@Suite struct TwinTests {
    @Test(arguments: Inhabitant.everyone)
    func `nothing else shows`(viewer: String) async throws {
        for seed in 5...6 as ClosedRange<UInt64> {
            try await hold(Walk(engine: .sqlite, seed: seed, viewer: viewer))
        }
    }

    @Test(arguments: ["focal-point", "expert", "committee-member", "partner"])
    func `nothing else shows on PostgreSQL`(viewer: String) async throws {
        var walk = Walk(engine: .postgresql, seed: 6, viewer: viewer)
        walk.length = 60
        walk.requests = 2
        walk.most = 1
        try await hold(walk)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["STOCKTAKE_TWIN_SEED"] != nil))
    func `soak`() async throws {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["STOCKTAKE_TWIN_SEED"].flatMap { UInt64($0) } ?? 1
        let rounds = environment["STOCKTAKE_TWIN_ROUNDS"].flatMap { UInt64($0) } ?? 10
        let chosen = environment["STOCKTAKE_TWIN_VIEWER"].map { [$0] } ?? Inhabitant.everyone
        for seed in first..<first + rounds {
            for viewer in chosen { try await hold(Walk(engine: .sqlite, seed: seed, viewer: viewer)) }
        }
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["STOCKTAKE_TWIN_REPLAY"] != nil))
    func `given steps`() async throws {
        let path = ProcessInfo.processInfo.environment["STOCKTAKE_TWIN_REPLAY"] ?? ""
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        let head = try JSONValue(parsing: lines.first ?? "")
        let walk = Walk(
            engine: .sqlite, seed: UInt64(head["seed"]?.int ?? 1), viewer: head["viewer"]?.string ?? "public")
        let difference = try await walk.replay(try lines.dropFirst().map { try Step(line: $0) }, on: nil)
        #expect(difference == nil, "\(difference?.description ?? "")")
    }

    private func hold(_ walk: Walk) async throws {
        let start = ContinuousClock.now
        let outcome = try await walk.run()
        say(
            "twins: \(walk.viewer) seed \(walk.seed): \(outcome.steps.count) steps, \(outcome.done) done, "
                + "\(outcome.differing) differ, \(outcome.compared) compared, \(ContinuousClock.now - start)")
        guard outcome.difference != nil else { return }
        Issue.record("\(try await walk.report(outcome))")
    }
}
