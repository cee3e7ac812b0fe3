import Record
import Storage

@testable import Registry

/// A walk through one pair of worlds: steps drawn from a seed, or given, and what is asked on the way.
struct Walk: Sendable {
    let engine: Engine
    let seed: UInt64
    let viewer: String
    var leak: Leak?
    var relations: Relations?
    /// How many steps at the most, and how many requests after each.
    var length = 110
    var requests = 4
    /// Identifiers for each endpoint when everything is asked.
    var most = 3

    struct Outcome: Sendable {
        var steps: [Step] = []
        var difference: Difference?
        var done = 0, differing = 0, compared = 0
    }

    /// Draws and takes the steps until something differs, and asks everything at the end.
    func run() async throws -> Outcome {
        try await TwinTemplate.with(engine, seed: seed, relations: relations ?? Self.product) {
            first, second in
            var twins = Twins(first, second, viewer: viewer, leak: leak)
            var drawer = StepDrawer(seed: seed, twins)
            var outcome = Outcome()
            while outcome.difference == nil, outcome.steps.count < length {
                let step = drawer.next(twins)
                outcome.steps.append(step)
                let before = twins.done
                outcome.difference = try await twins.take(step)
                drawer.took(step, twins)
                guard outcome.difference == nil, twins.done > before else { continue }
                outcome.difference = try await ask(&twins, seed: step.label, requests)
            }
            if outcome.difference == nil { outcome.difference = try await ask(&twins, seed: "end", nil) }
            (outcome.done, outcome.differing, outcome.compared) = (
                twins.done, twins.differing, twins.compared
            )
            return outcome
        }
    }

    /// Takes given steps and asks everything, in short, that one route answers.
    ///
    /// - Parameter template: of the route on which something differed; nil for all routes.
    func replay(_ steps: [Step], on template: String?) async throws -> Difference? {
        try await TwinTemplate.with(engine, seed: seed, relations: relations ?? Self.product) {
            first, second in
            var twins = Twins(first, second, viewer: viewer, leak: leak)
            for step in steps {
                if let difference = try await twins.take(step) { return difference }
            }
            return try await ask(&twins, seed: "replay", nil, template: template)
        }
    }

    private static let product = Relations.product

    private func ask(
        _ twins: inout Twins, seed label: String, _ count: Int?, template: String? = nil
    ) async throws -> Difference? {
        try await twins.signIn()
        var requests = Requests(
            pool: twins.pool, viewer: twins.viewer, days: twins.days,
            random: SeededRandom(seed: seed).stream("requests \(label)"))
        let asked = count.map { requests.some($0) } ?? requests.all(most: template == nil ? most : 40)
        for one in asked where template == nil || one.template == template {
            if let difference = try await twins.compare(through: one) { return difference }
        }
        return nil
    }
}
