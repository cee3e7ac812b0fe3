import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Who may perform what: each act by those who may, and by nobody else.
@Suite struct CapacityTests {
    @Test(arguments: Engine.allCases)
    func `an act is refused to every capacity that is not named by it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let objects = try await Objects(world)
            for act in Catalogue.standard.all where act.kind != "end-capacity" {
                for one in TestWorld.cast where !act.performers.contains(.capacity(one.capacity)) {
                    let refusal = try await world.refusal(of: act.kind, objects.fields(act), by: one.key)
                    // What somebody does not see is not there for them, whatever they may do.
                    let isFair = refusal?.kind == .notAllowed || refusal?.kind == .notFound
                    #expect(isFair, "\(act.kind.rawValue) by \(one.key): \(refusal?.code ?? "performed")")
                }
                if !act.performers.contains(.console) {
                    let refusal = try await world.refusal(of: act.kind, objects.fields(act), by: "console")
                    let isFair = refusal?.kind == .notAllowed || refusal?.kind == .notFound
                    #expect(isFair, "\(act.kind.rawValue) by the console: \(refusal?.code ?? "performed")")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `every act is performed by a capacity that it names`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let objects = try await Objects(world)
            var performed: Set<String> = ["adopt-pack", "end-capacity"]
            for (kind, fields, by) in objects.story {
                let refusal = try await world.refusal(of: ActKind(rawValue: kind), fields, by: by)
                #expect(refusal == nil, "\(kind): \(refusal?.code ?? "") \(refusal?.faults ?? [])")
                performed.insert(kind)
            }
            performed.formUnion(try await CaseWalk.all(world).performed.map(\.kind.rawValue))
            // Nobody holds the clock: what it performs is tried where time has effect.
            performed.formUnion(["open-after-notice", "mark-request-overdue"])
            let all = Set(Catalogue.standard.all.map { $0.kind.rawValue })
            #expect(all.subtracting(performed.union(Objects.made)) == [])
        }
    }

    @Test func `what is not visible is answered before what is not allowed, then not valid, then not now`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let duty = try await world.propose()
            func answer(_ by: String, _ duty: String, _ more: [String: JSONValue] = [:]) async throws
                -> Refusal.Kind?
            {
                try await world.refusal(
                    of: "confirm-duty", ["duty": .string(duty)].merging(more) { $1 }, by: by)?.kind
            }
            let bad: [String: JSONValue] = ["unknown": "x", "version": "stale"]
            #expect(try await answer("researcher", duty, bad) == .notFound)
            #expect(try await answer("head", "no-such-duty", bad) == .notFound)
            #expect(try await answer("expert-two", duty, bad) == .notAllowed)
            #expect(try await answer("head", duty, bad) == .incomplete)
            #expect(try await answer("head", duty, ["version": "stale"]) == .conflict)
            #expect(try await answer("head", duty) == nil)
            #expect(try await answer("head", duty) == .notNow)
        }
    }

    @Test func `an object that is hidden and one that is not there get the same answer`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let hidden = try await world.propose()
            #expect(try await world.sees("expert", duty: hidden))
            let fields: [String: JSONValue] = ["occurredOn": "2024-01-01", "about": "x"]
            for by in ["committee-secretary", "focal-point", "administrator", "auditor"] {
                let one = try await world.refusal(
                    of: "record-duty-event", fields.merging(["duty": .string(hidden)]) { $1 }, by: by)
                let other = try await world.refusal(
                    of: "record-duty-event", fields.merging(["duty": "nothing"]) { $1 }, by: by)
                #expect(one == other && one?.kind == .notFound)
            }
        }
    }

    @Test func `an act that nobody knows is not found`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let refusal = try await world.refusal(of: "adopt-world", by: "head")
            #expect(refusal?.kind == .notFound)
        }
    }
}
