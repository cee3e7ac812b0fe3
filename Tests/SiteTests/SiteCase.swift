import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// One case of a State of the small world, walked by acts over the interface for programs.
struct SiteCase {
    let world: SiteWorld
    let state: String
    private(set) var assessment = ""
    private(set) var finding = ""
    private(set) var recommendation = ""
    private(set) var overview = ""
    private(set) var answer = ""
    private(set) var rating = ""

    /// A draft of the focal point's State, as yet in the Directorate's room.
    init(_ world: SiteWorld) async throws {
        self.world = world
        state = try #require(world.signIn(.focalPoint).about)
        assessment = try await perform(
            "open-assessment", ["state": .string(state), "questionnaire": "short-survey"], as: .expert,
            making: "assessment")
        answer = try await perform(
            "record-answer",
            [
                "question": "Q1", "value": "largely", "explanation": ["en": "By the act of 2020"],
                "source": "state", "confidence": "high",
            ], as: .expert, making: "answer")
        rating = try await perform(
            "rate-requirement",
            [
                "requirement": "LEG1", "value": "partly", "basis": ["en": "The answers"],
                "confidence": "medium",
            ], as: .expert, making: "rating")
        finding = try await perform(
            "record-finding",
            ["requirement": "LEG1", "sort": "shortfall", "text": ["en": "The code lacks an offence"]],
            as: .expert, making: "finding")
        recommendation = try await perform(
            "propose-recommendation",
            [
                "requirement": "LEG1", "findings": [.string(finding)], "priority": "high",
                "addressee": ["en": "Ministry of Justice"], "assistance": "yes",
                "text": ["en": "Amend the code"],
            ], as: .expert, making: "recommendation")
        overview = try await perform(
            "write-overview", ["quoting": "nothing", "text": ["en": "Much was done"]], as: .expert,
            making: "overview")
    }

    /// - Returns: the identifier of the object of a type that the act made; empty where none is asked for.
    @discardableResult
    func perform(
        _ act: String, _ fields: [String: JSONValue] = [:], as capacity: Capacity, making type: String = "",
        onCase: Bool = true
    ) async throws -> String {
        var all = fields
        if onCase, !assessment.isEmpty, fields["about"] == nil { all["assessment"] = .string(assessment) }
        return try await world.perform(act, all, as: capacity, making: type)
    }

    var page: String { "/states/\(state)/assessments/1" }

    /// Every address of the case.
    var addresses: [String] {
        [
            page, "\(page)/questions", "\(page)/questions.xlsx", "\(page)/questions/spreadsheet",
            "\(page)/observations", "\(page)/overview",
            "\(page)/overview.docx", "\(page)/overview.pdf", "/assessments/\(assessment)",
            "/findings/\(finding)", "/recommendations/\(recommendation)", "/overviews/\(overview)",
            "/answers/\(answer)", "/ratings/\(rating)",
        ]
    }

    /// The same addresses for a case that never was.
    var madeUp: [String] {
        let none = String(repeating: "z", count: 26)
        let nowhere = "/states/\(state)/assessments/9"
        return [
            nowhere, "\(nowhere)/questions", "\(nowhere)/questions.xlsx", "\(nowhere)/questions/spreadsheet",
            "\(nowhere)/observations", "\(nowhere)/overview",
            "\(nowhere)/overview.docx", "\(nowhere)/overview.pdf", "/assessments/\(none)",
            "/findings/\(none)", "/recommendations/\(none)", "/overviews/\(none)", "/answers/\(none)",
            "/ratings/\(none)",
        ]
    }
}
