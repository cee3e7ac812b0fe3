import Disclosure
import Record

@testable import Registry

/// Draws steps: the story of two cases, and between its acts any act by anybody with fields made from its description.
struct StepDrawer {
    private var random: SeededRandom
    private var stories: [Story]
    private var count = 0
    private var minute: Int64 = 600
    /// From which step on the worlds may differ: before, they walk alike, so that late stages are reached too.
    private let differsFrom: Int
    private let others: [String]

    init(seed: UInt64, _ twins: Twins) {
        random = SeededRandom(seed: seed).stream("steps")
        let isLate = Int.random(in: 0..<3, using: &random) > 0
        differsFrom = isLate ? Int.random(in: 10..<45, using: &random) : 0
        stories = [Story(state: "FRD"), Story(state: "SYL")]
        others = Inhabitant.cast.map(\.key).filter { $0 != twins.viewer.key }
    }

    mutating func next(_ twins: Twins) -> Step {
        count += 1
        minute += Int64.random(in: 1...240, using: &random)
        let dice = Int.random(in: 0..<100, using: &random)
        if dice < (count < differsFrom ? 75 : 55), let step = told(twins) { return step }
        let own = dice < 80 && twins.viewer.capacity != nil ? twins.viewer.key : nil
        var step = drawn(twins, by: own)
        // What is hidden is what this is about.
        for _ in 0..<3 where own == nil && !twins.sight.hides(step) { step = drawn(twins, by: nil) }
        return step
    }

    mutating func took(_ step: Step, _ twins: Twins) {
        guard step.kind == "open-assessment" else { return }
        for place in stories.indices where stories[place].state == step.fields["state"]?.string {
            if let id = twins.pool.ids("assessment").last { stories[place].opened(id) }
        }
    }

    private var day: String {
        String(TwinClock.start.advanced(byMicroseconds: (minute - 300) * 60_000_000).description.prefix(10))
    }

    private mutating func told(_ twins: Twins) -> Step? {
        let place = Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0
        guard let act = stories[place].next(twins.pool, day) else { return nil }
        minute += act.days * 1_440
        return finished(act.kind, act.by, act.fields, twins)
    }

    private mutating func drawn(_ twins: Twins, by key: String?) -> Step {
        var drawing = Drawing(random: random, pool: twins.pool, today: day)
        let all = Catalogue.standard.all
        let capacity = key.flatMap { twins.first.inhabitant($0).capacity }
        // Mostly what the capacity may do; the rest is refused, alike.
        let may = all.filter { act in
            act.performers.contains { performer in
                if case .capacity(let one) = performer { capacity == nil || one == capacity } else { false }
            }
        }
        let act = (drawing.chance(85) ? drawing.pick(may) : drawing.pick(all)) ?? all[0]
        let able = others.filter { other in
            twins.first.inhabitant(other).capacity.map { act.performers.contains(.capacity($0)) } ?? false
        }
        let by = key ?? drawing.pick(able) ?? "expert"
        var fields = drawing.fields(of: act)
        // Nobody of the cast loses the capacity in which they act.
        if act.kind == "end-capacity" || act.kind == "adopt-pack" { fields = [:] }
        random = drawing.random
        return finished(act.kind.rawValue, by, fields, twins)
    }

    private mutating func finished(
        _ kind: String, _ by: String, _ fields: [String: JSONValue], _ twins: Twins
    ) -> Step {
        var step = Step(label: "\(count)", kind: kind, by: by, fields: fields, minute: minute)
        guard count >= differsFrom, let act = Catalogue.standard[ActKind(rawValue: kind)] else { return step }
        var drawing = Drawing(random: random, pool: twins.pool, today: day)
        if drawing.chance(45) {
            let isAuditor = twins.viewer.capacity == .auditor
            step.twin =
                isAuditor || drawing.chance(35)
                ? .other(drawing.other(fields, of: act, codes: !isAuditor)) : .missing
        }
        random = drawing.random
        return step
    }
}
