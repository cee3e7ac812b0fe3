import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Texts and reasons of calibrations that go again: taken out while it is prepared, erased once it is closed.
@Suite struct CalibrationTextTests {
    @Test(arguments: Engine.allCases)
    func `a text is written anew or taken out while it is prepared, and raters get what is left`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let exercise = try await CalibrationExercise(world, isOpen: false)
            let removed: [String: JSONValue] = ["requirement": "CFT3"]
            for key in ["expert", "committee-member", "focal-point"] {
                #expect(
                    try await exercise.refusal("remove-calibration-unit", removed, by: key)
                        == "object.not-found", "\(key)")
            }
            try await exercise.act(
                "write-calibration-unit",
                ["requirement": "LEG1", "text": TestCase.text("A later law")], by: "head-two")
            try await exercise.act("remove-calibration-unit", removed, by: "head-two")
            let left = try #require(try await exercise.view("head"))
            #expect(left.units.map(\.requirement) == ["LEG1"])
            #expect(left.units.first?.body?.texts == ["en": "A later law"])
            #expect(
                try await exercise.refusal("remove-calibration-unit", removed, by: "head")
                    == "calibration.no-such-text")
            try await exercise.open()
            #expect(try await exercise.view("expert")?.units.map(\.id) == [exercise.units[0]])
            #expect(
                try await exercise.refusal(
                    "remove-calibration-unit", ["requirement": "LEG1"], by: "head")
                    == "calibration.not-at-stage")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `two heads erase the basis of a rating once it is closed, and know of no such entry before`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let exercise = try await CalibrationExercise(world)
            try await exercise.handIn()
            func entries(_ key: String) async throws -> [EntryView] {
                try await world.read(as: key) { reader in
                    try reader.history(limit: 200).filter { $0.kind == RateCalibrationUnit.kind }
                }
            }
            let own = try await entries("expert")
            #expect(own.count == 2)
            for key in ["head", "head-two"] { #expect(try await entries(key).isEmpty, "\(key)") }
            let entry = JSONValue.string(try #require(own.first).id.rawValue)
            let propose: [String: JSONValue] = ["entry": entry, "reason": "It named a person"]
            #expect(
                try await world.refusal(of: "propose-erasure", propose, by: "head")?.code
                    == "object.not-found")
            try await exercise.act("close-calibration", by: "head")
            #expect(try await entries("head").count == 4)
            #expect(try await entries("expert-two").count == 2, "a rater learns of no colleague's")
            let erasure = try await world.perform("propose-erasure", propose, by: "head").id("erasure")
            let fields: [String: JSONValue] = ["erasure": .string(erasure)]
            #expect(
                try await world.refusal(of: "erase-payload", fields, by: "head")?.code
                    == "erasure.own-proposal")
            try await world.perform("erase-payload", fields, by: "head-two")
            for key in ["expert", "head"] {
                let ratings = try #require(try await exercise.view(key)).ratings
                let mine = ratings.filter { $0.author == world.person("expert") }
                #expect(mine.count == 2 && mine.filter { $0.body == nil }.count == 1, "\(key)")
                #expect(mine.allSatisfy { $0.value != nil }, "the value stays")
            }
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }
}
