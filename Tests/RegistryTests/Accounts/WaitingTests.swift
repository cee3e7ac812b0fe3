import Disclosure
import Mandate
import Storage
import Testing

@testable import Registry

/// What waits for its author: words that were typed and files that were sent.
@Suite struct WaitingTests {
    private static func visitor(_ world: TestWorld, _ key: String) async throws -> Visitor {
        let performer = world.performer(key)
        let (person, grant) = (try #require(performer.person), try #require(performer.grant))
        return try #require(
            try await world.accounts.visitor(person, grant, session: nil, rotated: nil))
    }

    @Test(arguments: Engine.allCases)
    func `what was typed at one place is found under it, and nowhere else`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let (expert, head) = (
                try await Self.visitor(world, "expert").person, try await Self.visitor(world, "head").person
            )
            for place in ["/acts/one/a/Q1", "/acts/one/a/Q2", "/acts/one/ab/Q3"] {
                try await world.accounts.keepDraft(["value": place], of: expert, at: place)
            }
            let found = try await world.accounts.drafts(of: expert, under: "/acts/one/a")
            #expect(found.mapValues(\.count) == ["Q1": 1, "Q2": 1])
            #expect(found["Q1"] == ["value": "/acts/one/a/Q1"])
            #expect(try await world.accounts.drafts(of: head, under: "/acts/one/a").isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a file waits for whoever sent it, in that capacity, for a day, and then its bytes go`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let (expert, head) = (
                try await Self.visitor(world, "expert"), try await Self.visitor(world, "head")
            )
            let bytes = Array("an answer".utf8)
            let sent = try await world.accounts.stage(bytes, name: "one", by: expert)
            let (id, hash) = (sent.id, sent.sha256)
            #expect(try await world.accounts.staged(id, by: expert) == bytes)
            #expect(try await world.accounts.staged(id, by: head) == nil)
            #expect(try await world.accounts.staged("another", by: expert) == nil)
            try await world.registry.database.write {
                try $0.execute("UPDATE staged_file SET grant_id = 'another'", [:])
            }
            #expect(try await world.accounts.staged(id, by: expert) == nil, "another capacity of theirs")
            try await world.registry.database.write {
                try $0.execute("UPDATE staged_file SET grant_id = :grant", ["grant": expert.grant])
            }
            world.clock.move(to: TestWorld.today.adding(days: 2))
            #expect(try await world.accounts.staged(id, by: expert) == nil)
            // The next to send one takes away what is overdue.
            let other = try await world.accounts.stage(Array("another".utf8), name: "two", by: head)
            await #expect(throws: StorageError.fileMissing) {
                try await world.registry.files.get(hash, in: "file-\(id)") { _ in }
            }
            #expect(try await world.accounts.staged(other.id, by: head) == Array("another".utf8))
            // The same bytes, sent again before they went, stay.
            let first = try await world.accounts.stage(bytes, name: "one", by: expert)
            world.clock.move(to: TestWorld.today.adding(days: 4))
            let second = try await world.accounts.stage(bytes, name: "one", by: expert)
            #expect(try await world.accounts.staged(first.id, by: expert) == nil)
            #expect(try await world.accounts.staged(second.id, by: expert) == bytes)
        }
    }
}
