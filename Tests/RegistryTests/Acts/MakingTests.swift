import Disclosure
import Record
import Storage
import TestSupport
import Testing

@testable import Registry

/// Many acts that are made from what their performer sees at that moment, and a try that leaves nothing behind.
@Suite struct MakingTests {
    private static func call(_ world: TestWorld, _ title: String, by key: String = "expert") -> ActCall {
        let fields = title.isEmpty ? [:] : PerformTests.document.merging(["title": .string(title)]) { $1 }
        return ActCall("record-document", fields, by: world.performer(key))
    }

    @Test(arguments: Engine.allCases)
    func `a try says what would be refused and leaves nothing behind`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let before = try await world.registry.extent()
            let (count, refusals) = try await world.registry.attempt(by: world.performer("expert")) {
                reader in
                (
                    try reader.documents().count,
                    [
                        Self.call(world, "One"), Self.call(world, ""), Self.call(world, "Three"),
                        Self.call(world, "Four", by: "committee-member"),
                    ]
                )
            }
            #expect(count == 0)
            #expect(refusals.keys.sorted() == [1, 3])
            #expect(refusals[1]?.kind == .incomplete && refusals[3]?.kind == .notAllowed)
            #expect(try await world.registry.extent() == before)
            #expect(try await world.read(as: "expert") { try $0.documents().isEmpty })
        }
    }

    @Test(arguments: Engine.allCases)
    func `acts are made from what stands, and all are done or none`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let expert = world.performer("expert")
            try await world.perform("record-document", PerformTests.document, by: "expert")
            let done = try await world.registry.perform(by: expert) { reader in
                try reader.documents().map { Self.call(world, "After \($0.title ?? "")") }
            }
            #expect(done.count == 1)
            let before = try await world.registry.extent()
            let refusal = await #expect(throws: BatchRefusal.self) {
                try await world.registry.perform(by: expert) { _ in
                    [Self.call(world, "One"), Self.call(world, "")]
                }
            }
            #expect(refusal?.position == 1)
            await #expect(throws: Refusal.self) {
                try await world.registry.perform(by: expert) { _ in
                    throw Refusal("object.not-found", .notFound)
                }
            }
            #expect(try await world.registry.extent() == before)
            #expect(try await world.read(as: "expert") { try $0.documents().count } == 2)
        }
    }

    @Test func `whoever no longer holds the capacity sees nothing and does nothing`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let expert = world.performer("expert")
            let end: [String: JSONValue] = ["capacity": .string(world.grant("expert")), "reason": "Left"]
            try await world.perform("end-capacity", end, by: "head")
            for isTry in [true, false] {
                let refusal = await #expect(throws: Refusal.self) {
                    if isTry {
                        _ = try await world.registry.attempt(by: expert) { _ in ((), []) }
                    } else {
                        _ = try await world.registry.perform(by: expert) { _ in [] }
                    }
                }
                #expect(refusal?.kind == .notSignedIn)
            }
        }
    }
}
