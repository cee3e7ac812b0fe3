import Disclosure
import Pack
import Record
import Storage
import Testing

@testable import Registry

/// Which values are points to clarify, and who learns of it.
@Suite struct ClarifyTests {
    private let scale: Pack.Scale
    private let rules: Pack.RatingRules

    init() throws {
        let pack = try PackLoader.load(files: TestPack.files)
        scale = try #require(pack.scales.first { $0.code == "implementation" })
        rules = try #require(pack.ratingRules)
    }

    private func compared(_ type: ItemType, _ value: String, _ question: String = "")
        -> PointToClarify.Compared
    {
        .init(item: "\(type.rawValue)\(question)", type: type, question: question, value: value)
    }

    private func points(
        rating: String, confidence: String = "high", expert: String? = nil, state: String? = nil,
        last: String? = nil, finding: String? = nil
    ) -> [PointToClarify.Rule] {
        var one = ClarifiedCase(scale: scale)
        one.ratings = [
            .init(requirement: "LEG1", confidence: confidence, compared: compared(.rating, rating))
        ]
        for (value, isState) in [(expert, false), (state, true)] {
            guard let value else { continue }
            one.answers.append(
                .init(requirements: ["LEG1"], isState: isState, compared: compared(.answer, value, "Q1")))
        }
        if let last { one.last["LEG1"] = compared(.position, last) }
        if let finding {
            one.found = ["LEG1"]
            if finding == "shortfall" { one.shortfalls = ["LEG1"] }
        }
        return one.points(rules).map(\.rule)
    }

    @Test func `each rule names what is at its limit and leaves what is within`() {
        #expect(points(rating: "partly", expert: "fully") == [.answerAndRating])
        #expect(points(rating: "partly", expert: "largely").isEmpty)
        #expect(points(rating: "partly", expert: "no-information").isEmpty, "I14: outside the order")
        #expect(points(rating: "partly", expert: "largely", state: "small-extent") == [.stateAndExpert])
        #expect(points(rating: "partly", expert: "largely", state: "partly").isEmpty)
        #expect(points(rating: "partly", expert: "partly", last: "fully") == [.lastCycle])
        #expect(points(rating: "partly", expert: "partly", last: "largely").isEmpty)
        #expect(points(rating: "partly") == [.ratingAlone])
        #expect(points(rating: "partly", finding: "good-practice").isEmpty)
        #expect(points(rating: "no-information").isEmpty, "what is outside the order needs nothing under it")
        let low = "small-extent"
        #expect(points(rating: low, expert: low, finding: "good-practice") == [.shortfallWithoutFinding])
        #expect(points(rating: low, expert: low, finding: "shortfall").isEmpty)
        #expect(points(rating: "largely", confidence: "low", expert: "largely") == [.lowConfidence])
        #expect(points(rating: "partly", confidence: "low", expert: "partly").isEmpty)
        #expect(
            points(rating: "not-implemented", expert: "fully", state: "partly", last: "largely") == [
                .answerAndRating, .stateAndExpert, .lastCycle, .shortfallWithoutFinding,
            ])
    }

    @Test(arguments: Engine.allCases)
    func `the Directorate alone learns of points, each with what it compares`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            try await thread.perform(
                "rate-requirement",
                [
                    "requirement": "LEG1", "value": "not-implemented", "basis": TestCase.text("No law"),
                    "confidence": "high",
                ], by: "expert")
            try await thread.take(others: [.sent, .observed])
            let id = AssessmentID(thread.assessment)
            func points(_ key: String) async throws -> [PointToClarify] {
                try await world.read(as: key) { reader in
                    try reader.assessment(id).map { try reader.pointsToClarify(in: $0) } ?? []
                }
            }
            let found = try await points("expert")
            #expect(
                found.map { "\($0.requirement) \($0.rule.rawValue)" }.contains("LEG1 answer-and-rating"))
            #expect(found.filter { $0.requirement == "LEG1" }.allSatisfy { !$0.compared.isEmpty })
            for key in ["focal-point", "mission", "committee-member"] {
                #expect(try await points(key).isEmpty, "\(key)")
            }
            let json = try await world.read(as: "expert") {
                try Resource.assessments.one($0, thread.assessment)
            }
            #expect(json?["pointsToClarify"]?.array?.count == found.count)
            let outside = try await world.read(as: "focal-point") {
                try Resource.assessments.one($0, thread.assessment)
            }
            #expect(outside != nil)
            #expect(outside?["pointsToClarify"] == nil)
        }
    }
}

extension TestCase {
    /// Takes some steps of a case that does not change hands while it is looked at.
    func take(others steps: [Step]) async throws {
        var copy = self
        for step in steps { try await copy.take(step) }
    }
}
