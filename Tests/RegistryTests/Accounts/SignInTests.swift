import Disclosure
import Identity
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// How people come in, and how what let them in ends.
@Suite struct SignInTests {
    static let password = "correct horse battery staple 7"

    /// The expert, invited by the administrator, with a password.
    private func letIn(_ world: TestWorld, _ key: String = "expert") async throws -> SignedIn {
        let fields: [String: JSONValue] = ["person": .string(world.person(key)), "purpose": "invitation"]
        let call = ActCall("invite-person", fields, by: world.performer("head"))
        try await world.accounts.accept(try await world.accounts.invite(call).token, password: Self.password)
        return try await signIn(world, key)
    }

    private func signIn(
        _ world: TestWorld, _ key: String = "expert", _ password: String = Self.password
    ) async throws -> SignedIn {
        try await world.accounts.signIn(
            email: "\(key)@EXAMPLE.org", password: password, address: "192.0.2.1", userAgent: "test")
    }

    @Test(arguments: Engine.allCases)
    func `an invitation sets a password once, and only for a while`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let fields: [String: JSONValue] = [
                "person": .string(world.person("expert")), "purpose": "invitation",
            ]
            let call = ActCall("invite-person", fields, by: world.performer("head"))
            let token = try await world.accounts.invite(call).token
            #expect(try await world.accounts.invited(token)?.email == "expert@example.org")
            try await world.accounts.accept(token, password: Self.password)
            let over = Refusal("invitation.over", .notFound)
            await #expect(throws: over) { try await world.accounts.accept(token, password: Self.password) }
            let late = try await world.accounts.invite(call).token
            world.clock.move(to: TestWorld.today.adding(days: Accounts.invitationDays + 1))
            await #expect(throws: over) { try await world.accounts.accept(late, password: Self.password) }
            #expect(try await signIn(world).person.rawValue == world.person("expert"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a wrong password, an unknown address and no password give one answer`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            _ = try await letIn(world)
            let failed = Refusal("sign-in.failed", .notSignedIn)
            for (key, password) in [("expert", "wrong"), ("nobody", Self.password), ("chair", "anything")] {
                await #expect(throws: failed) { try await signIn(world, key, password) }
            }
        }
    }

    @Test func `too many tries are refused, and waiting helps`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            _ = try await letIn(world)
            var codes: [String] = []
            for _ in 0..<30 {
                do { _ = try await signIn(world, "expert", "wrong") } catch let refusal as Refusal {
                    codes.append(refusal.code)
                }
            }
            #expect(codes.first == "sign-in.failed" && codes.last == "sign-in.too-many")
            world.clock.advance(seconds: 86_400)
            _ = try await signIn(world)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a session's token changes, and the session ends when idle or ended`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let first = try await letIn(world).token
            var visitor = try #require(try await world.accounts.visitor(session: first))
            #expect(visitor.capacity == .expert && visitor.rotated == nil)
            var current = first
            for _ in 0..<8 where visitor.rotated == nil {
                world.clock.advance(seconds: 600)
                visitor = try #require(try await world.accounts.visitor(session: current))
            }
            current = try #require(visitor.rotated)
            #expect(try await world.accounts.visitor(session: current) != nil)
            world.clock.advance(seconds: 900)
            #expect(try await world.accounts.visitor(session: first) == nil, "the former token is over")
            #expect(try await world.accounts.visitor(session: current) != nil)
            world.clock.advance(seconds: 40 * 86_400)
            #expect(try await world.accounts.visitor(session: current) == nil, "idle for too long")
            let second = try await signIn(world)
            try await world.accounts.endSession(nil, of: second.person)
            #expect(try await world.accounts.visitor(session: second.token) == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a session stands in one capacity, and its token changes with it`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let other = try await world.perform(
                "grant-capacity", ["person": .string(world.person("expert")), "capacity": "researcher"],
                by: "head"
            ).id("capacity")
            let token = try await letIn(world).token
            let visitor = try #require(try await world.accounts.visitor(session: token))
            #expect(visitor.holdings.map(\.capacity) == [.expert, .researcher])
            let next = try await world.accounts.switchCapacity(of: visitor, to: GrantID(other))
            #expect(try await world.accounts.visitor(session: token) == nil)
            #expect(try await world.accounts.visitor(session: next)?.capacity == .researcher)
            await #expect(throws: Refusal("object.not-found", .notFound)) {
                try await world.accounts.switchCapacity(of: visitor, to: GrantID(world.grant("head")))
            }
            await #expect(throws: Refusal("object.not-found", .notFound)) {
                try await world.accounts.createToken(
                    for: visitor.person, grant: GrantID(world.grant("head")), label: "not mine")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reset and a changed address end what was open`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let token = try await letIn(world).token
            let person = JSONValue.string(world.person("expert"))
            var fields: [String: JSONValue] = [
                "person": person, "name": "Renamed", "email": "expert@example.org", "language": "en",
            ]
            try await world.perform("correct-person", fields, by: "administrator")
            #expect(try await world.accounts.visitor(session: token)?.name == "Renamed")
            fields["email"] = "elsewhere@example.org"
            try await world.perform("correct-person", fields, by: "administrator")
            #expect(try await world.accounts.visitor(session: token) == nil)
            let again = try await signIn(world, "elsewhere").token
            #expect(try await world.accounts.visitor(session: again) != nil)
            let reset: [String: JSONValue] = ["person": person, "purpose": "reset"]
            _ = try await world.accounts.invite(
                ActCall("invite-person", reset, by: world.performer("head")))
            #expect(try await world.accounts.visitor(session: again) == nil)
        }
    }

    @Test func `a Mission lets in those alone who hold nothing outside its State`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            func invite(_ key: String) async throws -> Refusal? {
                try await world.refusal(
                    of: "invite-person", ["person": .string(world.person(key)), "purpose": "reset"],
                    by: "mission")
            }
            let own = try await invite("focal-point")
            #expect(own == nil)
            #expect(try await invite("expert")?.kind == .notFound)
            #expect(try await invite("mission")?.code == "person.invite-oneself")
            try await world.perform(
                "grant-capacity", ["person": .string(world.person("focal-point")), "capacity": "expert"],
                by: "administrator")
            #expect(try await invite("focal-point")?.code == "capacity.not-own-state")
        }
    }

    /// "Confidentiality, exactly", 12: administrators see no content, nor come by the door of somebody who does.
    @Test(arguments: Engine.allCases)
    func `an administrator lets nobody in who sees content, and earlier doors close when content opens`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let refused = try await world.refusal(
                of: "invite-person", ["person": .string(world.person("expert")), "purpose": "reset"],
                by: "administrator")
            #expect(refused?.code == "person.invite-by-head")
            let added = try await world.perform(
                "add-person", ["name": "Newcomer", "email": "new@example.org", "language": "en"],
                by: "administrator")
            let person = added.id("person")
            let call = ActCall(
                "invite-person", ["person": .string(person), "purpose": "invitation"],
                by: world.performer("administrator"))
            let token = try await world.accounts.invite(call).token
            #expect(try await world.accounts.invited(token) != nil)
            let grant = try await world.perform(
                "grant-capacity", ["person": .string(person), "capacity": "expert"], by: "administrator"
            ).id("capacity")
            try await world.perform("confirm-capacity", ["capacity": .string(grant)], by: "head")
            #expect(try await world.accounts.invited(token) == nil)
        }
    }
}
