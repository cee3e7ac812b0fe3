import Disclosure
import Foundation
import Mandate
import Record
import Registry
import Storage

/// Acts, proofs, verification and replay on one engine.
struct RecordBench {
    private let registry: Registry
    private let performer: ActPerformer
    private let engine: String

    /// Builds a small demonstration world in an empty database and performs as one of its experts.
    ///
    /// - Parameter place: a directory, or the URL of a PostgreSQL database.
    init(root: String, place: String) async throws {
        engine = BenchWorld.engine(of: place)
        let world = try await BenchWorld(root: root, place: place, states: 12)
        registry = world.registry
        let signIns = world.signIns
        guard let expert = signIns.first(where: { $0.capacity == "expert" }),
            let visitor = try await Accounts(registry).visitor(email: expert.email, capacity: .expert)
        else { throw Missing.expert }
        performer = visitor.performer(via: .api)
    }

    /// - Parameter entries: how many entries the log has when it is verified and replayed.
    func run(entries: Int, _ report: @Sendable (Figure) -> Void) async throws {
        for figure in try await oneByOne(500) { report(figure) }
        let (few, fewTime) = try await proof()
        let bulk = try await inBulk(to: entries)
        report(bulk)
        let (many, manyTime) = try await proof()
        let size = try await registry.extent().entries
        report(
            Figure(
                name: "\(engine): proof, hashes at \(size) entries against \(few.size)",
                target: "<= \(many.bound)",
                measured:
                    "\(many.hashes), \(few.hashes); \((manyTime * 1e3).plain(1)) ms, \((fewTime * 1e3).plain(1)) ms",
                ratio: manyTime / fewTime, holds: many.hashes <= many.bound))
        report(try await verification())
        report(try await replay())
    }

    private enum Missing: Error { case expert, proof }

    private func call(_ number: Int) -> ActCall {
        ActCall(
            "record-document",
            [
                "title": .string("Measured document \(number)"), "kind": "letter",
                "issuedOn": .string("2022-01-\(10 + number % 20)"),
            ], by: performer)
    }

    /// Durable acts and bare commits in turns, so that a slow moment of the disk meets both.
    private func oneByOne(_ count: Int) async throws -> [Figure] {
        try await registry.database.write {
            try $0.executeScript("CREATE TABLE bench_commit (number INTEGER NOT NULL PRIMARY KEY);")
        }
        for number in 0..<20 { _ = try await registry.perform(call(number)) }
        var acts = 0.0
        var commits = 0.0
        let turn = 50
        for first in stride(from: 0, to: count, by: turn) {
            commits += try await Stopwatch.seconds {
                for number in first..<first + turn {
                    try await registry.database.write {
                        try $0.execute(
                            "INSERT INTO bench_commit (number) VALUES (:number)", ["number": number])
                    }
                }
            }
            acts += try await Stopwatch.seconds {
                for number in first..<first + turn { _ = try await registry.perform(call(number)) }
            }
        }
        try await registry.database.write { try $0.executeScript("DROP TABLE bench_commit;") }
        let actRate = Double(count) / acts
        let commitRate = Double(count) / commits
        let least = engine == "SQLite" ? 500.0 : 300.0
        return [
            Figure(
                name: "\(engine): acts one by one against bare commits", target: ">= 0.50",
                measured: "\(actRate.plain(0))/s, \(commitRate.plain(0))/s", ratio: actRate / commitRate,
                holds: actRate >= commitRate / 2),
            Figure(
                name: "\(engine): acts one by one", target: ">= \(least.plain(0))/s",
                measured: "\(actRate.plain(0))/s", ratio: nil, holds: actRate >= least),
        ]
    }

    private func inBulk(to entries: Int) async throws -> Figure {
        let begin = try await registry.extent().entries
        var best = Double.infinity
        var total = 0.0
        var done = begin
        let processor = Processor.seconds()
        while done < entries {
            let calls = (0..<Registry.mostInOneTransaction).map { call(done + $0) }
            let time = try await Stopwatch.seconds { _ = try await registry.perform(all: calls) }
            best = min(best, time)
            total += time
            done += calls.count
        }
        let rate = Double(done - begin) / total
        let bestRate = Double(Registry.mostInOneTransaction) / best
        let each = (Processor.seconds() - processor) / Double(done - begin)
        return Figure(
            name: "\(engine): acts, 1,000 in a transaction", target: ">= 5000/s",
            measured:
                "\(rate.plain(0))/s (best \(bestRate.plain(0))/s, CPU \((each * 1e6).plain(0)) us each)",
            ratio: nil, holds: rate >= 5_000)
    }

    private struct ProofSize {
        let size: Int
        let hashes: Int
        /// The depth of a tree of that size: a proof with more was not logarithmic.
        var bound: Int { Int.bitWidth - max(0, size - 1).leadingZeroBitCount }
    }

    /// One inclusion proof, after the checkpoint that it is made against stands.
    private func proof() async throws -> (ProofSize, Double) {
        _ = try await registry.inclusionProof(of: "7")
        var best = Double.infinity
        var found: ProofSize?
        for _ in 0..<20 {
            let time = try await Stopwatch.seconds {
                let proof = try await registry.inclusionProof(of: "7")
                if case .integer(let size)? = proof["size"], let hashes = proof["hashes"]?.array {
                    found = ProofSize(size: Int(size), hashes: hashes.count)
                }
            }
            best = min(best, time)
        }
        guard let found else { throw Missing.proof }
        return (found, best)
    }

    private func verification() async throws -> Figure {
        var count = 0
        var holds = false
        var best = Double.infinity
        let processor = Processor.seconds()
        for _ in 0..<2 {
            best = min(
                best,
                try await Stopwatch.seconds {
                    let result = try await RecordVerifier(registry).run()
                    count = result.entries
                    holds = result.holds
                })
        }
        let rate = Double(count) / best
        let each = (Processor.seconds() - processor) / Double(2 * count)
        return Figure(
            name: "\(engine): verify \(count) entries", target: ">= 100000/s",
            measured:
                "\(rate.plain(0))/s (CPU \((each * 1e6).plain(1)) us each)\(holds ? "" : ", FAULTS")",
            ratio: nil,
            holds: holds && rate >= 100_000)
    }

    private func replay() async throws -> Figure {
        var count = 0
        var agrees = false
        let processor = Processor.seconds()
        let time = try await Stopwatch.seconds {
            let result = try await Replay(registry).run()
            count = result.entries
            agrees = result.agrees
        }
        let rate = Double(count) / time
        let each = (Processor.seconds() - processor) / Double(count)
        return Figure(
            name: "\(engine): replay and compare \(count) entries", target: ">= 5000/s",
            measured:
                "\(rate.plain(0))/s (CPU \((each * 1e6).plain(0)) us each)\(agrees ? "" : ", DIFFERS")",
            ratio: nil,
            holds: agrees && rate >= 5_000)
    }
}
