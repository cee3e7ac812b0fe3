import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Assessments from before the software, recorded later.
@Suite struct HistoricAssessmentTests {
    private static func fields(_ more: [String: JSONValue] = [:]) -> [String: JSONValue] {
        [
            "state": "FRD", "questionnaire": "short-survey", "startedOn": "2015-02-01",
            "adoptedOn": "2016-05-04", "source": "S/AC.40/2016/OIA.12",
            "facts": TestCase.text("Visited in March 2015"), "positions": "LEG1 partly\nCFT3  largely",
        ].merging(more) { $1 }
    }

    @Test(arguments: Engine.allCases)
    func `a historic assessment is recorded later and opens to nobody`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.perform("enter-historic-assessment", Self.fields(), by: "expert").id(
                "assessment")
            try await world.read(as: "head") { reader in
                let found = try #require(try reader.assessment(AssessmentID(id)))
                #expect(found.isHistoric && found.stage == .closed && found.cycle == 2016)
                #expect(found.adoptedOn == CalendarDate(2016, 5, 4) && found.warnings.isEmpty)
                let positions = try reader.items(of: id, [.position])
                #expect(
                    Dictionary(positions.map { ($0.requirement, $0.value) }) { $1 } == [
                        "LEG1": "partly", "CFT3": "largely",
                    ])
                #expect(try reader.representation("assessment", id)?["historic"] == .bool(true))
            }
            for key in [
                "mission", "committee-member", "committee-secretary", "partner", "researcher", "public",
            ] {
                #expect(try await world.read(as: key) { try $0.items(of: id).isEmpty }, "\(key)")
            }
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test func `gates warn: an open case does not refuse what happened before`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let running = try await TestCase(world, through: .drafted)
            let id = try await world.perform(
                "enter-historic-assessment", Self.fields(["positions": ""]).filter { $0.key != "positions" },
                by: "expert"
            ).id("assessment")
            let found = try await world.read(as: "head") { try $0.assessment(AssessmentID(id))?.warnings }
            #expect(found == ["case-open", "no-positions"])
            #expect(
                try await world.read(as: "head") { try $0.assessments(state: "FRD").map(\.id.rawValue) } == [
                    running.assessment, id,
                ])
        }
    }

    @Test func `the next cycle counts on from the software's own`() async throws {
        try await TestWorld.with(.sqlite) { world in
            try await world.perform("enter-historic-assessment", Self.fields(), by: "expert")
            let id = try await world.perform(
                "open-assessment", ["state": "FRD", "questionnaire": "short-survey"], by: "expert"
            ).id("assessment")
            #expect(try await world.read(as: "head") { try $0.assessment(AssessmentID(id))?.cycle } == 1)
        }
    }

    @Test func `the same again, dates in the wrong order and unknown positions are refused`() async throws {
        try await TestWorld.with(.sqlite) { world in
            try await world.perform("enter-historic-assessment", Self.fields(), by: "expert")
            func refusal(_ more: [String: JSONValue], by: String = "expert") async throws -> String? {
                try await world.refusal(of: "enter-historic-assessment", Self.fields(more), by: by)?.code
            }
            #expect(try await refusal([:]) == "historic.year-taken")
            #expect(try await refusal(["adoptedOn": "2014-01-01"]) == "historic.dates")
            let other: [String: JSONValue] = ["state": "SYL"]
            for positions in ["LEG1 mostly", "LEG99 partly", "LEG1", "LEG1 partly\nLEG1 fully"] {
                #expect(
                    try await refusal(other.merging(["positions": .string(positions)]) { $1 })
                        == "historic.position",
                    "\(positions)")
            }
            for by in ["mission", "committee-secretary", "partner"] {
                #expect(try await refusal(other, by: by) == "act.not-allowed")
            }
        }
    }
}
