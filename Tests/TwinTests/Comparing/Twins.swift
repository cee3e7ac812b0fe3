import Disclosure
import Record
import Storage

@testable import Registry
@testable import Site

/// Two worlds, and a viewer to whom they must look alike.
struct Twins {
    let first: TwinWorld
    let second: TwinWorld
    let viewer: Inhabitant
    private(set) var sight: Sight
    private(set) var pool: Pool
    private(set) var minute: Int64 = 0
    /// How many steps were done somewhere, and how many differed; how many answers were compared.
    private(set) var done = 0, differing = 0, compared = 0
    /// Alters an answer as a leak would, for tests of the test.
    let leak: Leak?

    init(_ first: TwinWorld, _ second: TwinWorld, viewer: String, leak: Leak? = nil) {
        (self.first, self.second) = (first, second)
        self.viewer = first.inhabitant(viewer)
        self.leak = leak
        sight = Sight(self.viewer)
        pool = Pool(first)
    }

    // MARK: Steps

    /// Takes one step in both worlds, or as far as it may differ in one.
    ///
    /// - Returns: what the viewer, if it was they who acted, was answered differently.
    mutating func take(_ step: Step) async throws -> Difference? {
        minute = step.minute
        if step.by == viewer.key { return try await act(step) }
        if sight.hides(step) {
            try await takeHidden(step)
            return nil
        }
        guard !sight.wouldTell(step) else { return nil }
        let (one, other) = (try await rehearse(step, first), try await rehearse(step, second))
        guard one == other, one == nil else { return nil }
        let answers = [
            try await perform(step, step.fields, first), try await perform(step, step.fields, second),
        ]
        note(step, answers.compactMap { $0 }, differs: false)
        return nil
    }

    private mutating func takeHidden(_ step: Step) async throws {
        let mayDiffer = sight.mayDiffer(step)
        var answers = [try await perform(step, step.fields, first)]
        var differs = false
        switch step.twin {
        case .missing where mayDiffer: differs = true
        case .other(let fields) where mayDiffer:
            answers.append(try await perform(step, fields, second))
            differs = true
        default:
            answers.append(try await perform(step, step.fields, second))
            differs = (answers[0] == nil) != (answers[1] == nil)
        }
        let found = answers.compactMap { $0 }
        guard !found.isEmpty else { return }
        if differs { differing += 1 }
        note(step, found, differs: differs)
    }

    mutating func note(_ step: Step, _ answers: [JSONValue], differs: Bool) {
        done += 1
        sight.note(step, answers, differs: differs)
        let assessment =
            step.kind == "open-assessment"
            ? answers.first?.object("assessment") : sight.assessment(of: step)
        for answer in answers { pool.add(answer: answer, assessment: assessment ?? "") }
    }

    /// The answer, or nil where it was refused.
    private func perform(
        _ step: Step, _ fields: [String: JSONValue], _ world: TwinWorld
    ) async throws -> JSONValue? {
        world.clock.begin(step.label, minute: step.minute)
        do {
            return try await world.perform(
                step.kind, fields, by: world.inhabitant(step.by), key: step.label)
        } catch is Refusal {
            return nil
        }
    }

    private struct Rehearsed: Error {}

    /// Why a step would be refused, and nothing done: a visible step that only one world takes would rightly tell.
    private func rehearse(_ step: Step, _ world: TwinWorld) async throws -> String? {
        world.clock.begin(step.label, minute: step.minute)
        let call = ActCall(ActKind(rawValue: step.kind), step.fields, by: world.inhabitant(step.by).performer)
        do {
            _ = try await world.registry.perform(call) { _, _ in throw Rehearsed() }
            return nil
        } catch is Rehearsed {
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        }
    }

    // MARK: Comparing

    /// What the viewer is answered in each world, without what is declared random.
    mutating func compare(
        _ asked: Asked, label: String? = nil
    ) async throws -> (difference: Difference?, raw: [Answer]) {
        var raw: [Answer] = []
        var answers: [Answer] = []
        for world in [first, second] {
            world.clock.begin(label ?? asked.path, minute: minute)
            let answer = try await world.door.ask(asked)
            raw.append(answer)
            let seen = try await leak?.alter(asked, answer, world, viewer) ?? answer
            answers.append(DeclaredRandom.removed(from: seen, for: viewer))
        }
        compared += 1
        guard answers[0] != answers[1] else { return (nil, raw) }
        return (
            Difference(
                asked: asked.description, template: asked.template, first: answers[0], second: answers[1]),
            raw
        )
    }

    /// Asks both worlds, and goes on through the pages of a list.
    mutating func compare(through asked: Asked) async throws -> Difference? {
        var next = asked
        for _ in 0..<4 {
            let (difference, answers) = try await compare(next)
            if let difference { return difference }
            guard asked.path.contains("limit="), answers[0].status == 200,
                let cursor = try JSONValue(parsing: answers[0].text)["next"]?.string
            else { return nil }
            next = Asked(
                path: "\(asked.path)&cursor=\(cursor)", template: asked.template, headers: asked.headers)
        }
        return nil
    }

    /// Begins a session, so that none runs out.
    func signIn() async throws {
        for world in [first, second] { try await world.signIn(viewer, minute: minute) }
    }

    /// The days on which something happened, as dates.
    var days: [String] {
        (0...3).map { part in
            let at = TwinClock.start.advanced(byMicroseconds: minute * Int64(part) / 3 * 60_000_000)
            return String(at.description.prefix(10))
        }
    }
}
