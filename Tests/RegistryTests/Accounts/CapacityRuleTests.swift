import Disclosure
import Identity
import Record
import Storage
import Testing

@testable import Registry

/// Capacities: who grants, who confirms, who ends, and what ends with them.
@Suite struct CapacityRuleTests {
    private func newcomer(_ world: TestWorld, _ name: String = "newcomer") async throws -> String {
        try await world.perform(
            "add-person",
            ["name": "New", "email": .string("\(name)@example.org"), "language": "en"], by: "administrator"
        ).id("person")
    }

    private func grant(
        _ world: TestWorld, _ person: String, _ capacity: Capacity, _ about: String? = nil,
        by: String = "administrator"
    ) async throws -> String {
        var fields: [String: JSONValue] = ["person": .string(person), "capacity": .string(capacity.rawValue)]
        if let about { fields["about"] = .string(about) }
        return try await world.perform("grant-capacity", fields, by: by).id("capacity")
    }

    private func stage(_ world: TestWorld, _ grant: String) async throws -> GrantView.Stage? {
        try await world.read(as: "head") { try $0.grant(GrantID(grant))?.stage }
    }

    static let abouts: [Capacity.About: String?] = [.nothing: nil, .state: "SYL", .entity: "INTERPOL"]

    @Test(arguments: Engine.allCases)
    func `what an administrator grants waits for a head where it opens content`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            for capacity in Capacity.allCases where capacity != .clock {
                let person = try await newcomer(world, capacity.rawValue + "-new")
                let id = try await grant(world, person, capacity, Self.abouts[capacity.about] ?? nil)
                #expect(
                    try await stage(world, id) == (capacity.opensContent ? .waiting : .held), "\(capacity)")
                guard capacity.opensContent else { continue }
                let early = ActPerformer(
                    person: PersonID(person), grant: GrantID(id), capacity: capacity, via: .page)
                await #expect(throws: Refusal("sign-in.capacity-ended", .notSignedIn)) {
                    try await world.registry.perform(ActCall("record-meeting", [:], by: early))
                }
                try await world.perform("confirm-capacity", ["capacity": .string(id)], by: "head")
                #expect(try await stage(world, id) == .held)
                let again = try await world.refusal(
                    of: "confirm-capacity", ["capacity": .string(id)], by: "head-two")
                #expect(again?.code == "capacity.not-waiting")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody grants to themselves, confirms their own grant, or a capacity of their own`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            for (by, capacity) in [("head", "expert"), ("administrator", "head"), ("mission", "focal-point")]
            {
                var fields: [String: JSONValue] = [
                    "person": .string(world.person(by)), "capacity": .string(capacity),
                ]
                if by == "mission" { fields["about"] = "FRD" }
                let refusal = try await world.refusal(of: "grant-capacity", fields, by: by)
                #expect(refusal?.code == "capacity.to-oneself" && refusal?.kind == .notAllowed)
            }
            // An administrator grants something to a head, who does not confirm it to themselves.
            let own = try await grant(world, world.person("head"), .expert)
            let confirm: [String: JSONValue] = ["capacity": .string(own)]
            #expect(
                try await world.refusal(of: "confirm-capacity", confirm, by: "head")?.code
                    == "capacity.to-oneself")
            #expect(try await world.refusal(of: "confirm-capacity", confirm, by: "head-two") == nil)
        }
    }

    @Test func `a capacity names a State or an entity exactly where it must, and is held once`() async throws
    {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let person = try await newcomer(world)
            let cases: [(String, String?, String)] = [
                ("expert", "FRD", "capacity.about-unwanted"), ("focal-point", nil, "capacity.about-missing"),
                ("focal-point", "UNODC", "capacity.about-missing"),
                ("partner", "FRD", "capacity.about-missing"),
                ("partner", "XXX", "field.pack-code"), ("clock", nil, "field.choice"),
                ("emperor", nil, "field.choice"),
            ]
            for (capacity, about, code) in cases {
                var fields: [String: JSONValue] = ["person": .string(person), "capacity": .string(capacity)]
                if let about { fields["about"] = .string(about) }
                let refusal = try await world.refusal(of: "grant-capacity", fields, by: "head")
                #expect((refusal?.faults.first?.code ?? refusal?.code) == code)
                #expect(refusal?.kind == .incomplete)
            }
            _ = try await grant(world, person, .focalPoint, "SYL", by: "head")
            let fields: [String: JSONValue] = [
                "person": .string(person), "capacity": "focal-point", "about": "SYL",
            ]
            #expect(
                try await world.refusal(of: "grant-capacity", fields, by: "head")?.code == "capacity.held")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a Mission vouches for its own State's people alone`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let person = try await newcomer(world)
            let own = try await grant(world, person, .focalPoint, "FRD")
            let other = try await newcomer(world, "other")
            let foreign = try await grant(world, other, .focalPoint, "SYL")
            let hidden = try await world.refusal(
                of: "confirm-capacity", ["capacity": .string(foreign)], by: "mission")
            #expect(hidden?.kind == .notFound)
            try await world.perform("confirm-capacity", ["capacity": .string(own)], by: "mission")
            #expect(try await stage(world, own) == .held)
            // A Mission is confirmed by a head, not by a Mission.
            let mission = try await grant(world, person, .mission, "FRD")
            let refusal = try await world.refusal(
                of: "confirm-capacity", ["capacity": .string(mission)], by: "mission")
            #expect(refusal?.code == "capacity.not-own-state")
            for (capacity, about) in [("expert", nil), ("focal-point", "SYL"), ("mission", "FRD")]
                as [(String, String?)]
            {
                var fields: [String: JSONValue] = [
                    "person": .string(world.person("contributor")), "capacity": .string(capacity),
                ]
                if let about { fields["about"] = .string(about) }
                let refusal = try await world.refusal(of: "grant-capacity", fields, by: "mission")
                #expect(refusal?.code == "capacity.not-own-state", "\(capacity)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the end of a capacity ends its sessions, tokens and feeds at once`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let person = PersonID(world.person("expert"))
            let grant = GrantID(world.grant("expert"))
            let token = try await world.accounts.createToken(for: person, grant: grant, label: "x")
            let feed = try await world.accounts.createFeed(for: person, grant: grant)
            let session = world.accounts.newToken(.session)
            let now = world.clock.surroundings.now()
            try await world.database.write {
                try world.accounts.insertSession(session, person, grant, "test", now, $0)
            }
            #expect(try await world.accounts.visitor(bearer: token)?.capacity == .expert)
            #expect(try await world.accounts.visitor(feed: feed)?.capacity == .expert)
            #expect(try await world.accounts.visitor(session: session)?.capacity == .expert)
            let fields: [String: JSONValue] = ["capacity": .string(grant.rawValue), "reason": "Left"]
            try await world.perform("end-capacity", fields, by: "administrator")
            #expect(try await world.accounts.visitor(bearer: token) == nil)
            #expect(try await world.accounts.visitor(feed: feed) == nil)
            #expect(try await world.accounts.visitor(session: session) == nil)
            for table in ["session", "api_token", "feed"] {
                #expect(try await world.rows("SELECT * FROM \(table)").isEmpty)
            }
            #expect(try await world.refusal(of: "record-document", by: "expert")?.kind == .notSignedIn)
            #expect(
                try await world.refusal(of: "end-capacity", fields, by: "head")?.code == "capacity.ended")
        }
    }

    @Test func `anyone ends a capacity of their own, a Mission its State's, and the last head stays`()
        async throws
    {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            func end(_ of: String, by: String) async throws -> Refusal? {
                try await world.refusal(
                    of: "end-capacity", ["capacity": .string(world.grant(of)), "reason": "x"], by: by)
            }
            let stranger = try await end("expert", by: "expert-two")
            #expect(stranger?.code == "capacity.not-own-state")
            #expect(try await end("focal-point", by: "other-mission")?.kind == .notFound)
            #expect(try await end("focal-point", by: "contributor")?.code == "capacity.not-own-state")
            #expect(try await end("researcher", by: "researcher") == nil)
            #expect(try await end("focal-point", by: "mission") == nil)
            #expect(try await end("head-two", by: "head") == nil)
            #expect(try await end("head", by: "administrator")?.code == "capacity.last-head")
            #expect(try await end("head", by: "head")?.code == "capacity.last-head")
        }
    }

    @Test func `the console makes the first head and administrators, and no further heads`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let person = try await newcomer(world)
            func grant(_ capacity: String) async throws -> Refusal? {
                try await world.refusal(
                    of: "grant-capacity", ["person": .string(person), "capacity": .string(capacity)],
                    by: "console")
            }
            #expect(try await grant("head")?.code == "capacity.console-first-head")
            #expect(try await grant("expert")?.code == "capacity.console-first-head")
            #expect(try await grant("administrator") == nil)
        }
    }

    @Test func `an address belongs to one account, whatever its case`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let fields: [String: JSONValue] = ["name": "X", "email": "EXPERT@Example.org", "language": "en"]
            let taken = try await world.refusal(of: "add-person", fields, by: "administrator")
            #expect(taken?.code == "person.address-taken" && taken?.kind == .notNow)
            let other = fields.merging(["person": .string(world.person("chair"))]) { $1 }
            #expect(
                try await world.refusal(of: "correct-person", other, by: "administrator")?.code
                    == "person.address-taken")
            let own = fields.merging(["person": .string(world.person("expert"))]) { $1 }
            #expect(try await world.refusal(of: "correct-person", own, by: "administrator") == nil)
        }
    }
}
