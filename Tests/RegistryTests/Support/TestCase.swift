import Mandate
import Record
import Registry

/// One assessment of Freedonia, walked from step to step by acts; every step can be looked at.
struct TestCase: Sendable {
    let world: TestWorld
    let assessment: String
    /// To be withheld, and to stay open.
    private(set) var findings: [String] = []
    private(set) var recommendation = ""
    private(set) var overview = ""

    /// The steps in their order.
    enum Step: Int, CaseIterable, Comparable {
        case drafted, sent, observed, revised, approved, submitted, circulated, ended, adopted, told, opened

        static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    }

    static let requirements = ["LEG1", "CFT3"]
    static let questions = ["Q1", "Q2"]

    static func text(_ words: String) -> JSONValue { .object(["en": .string(words)]) }

    /// A case that went through every step up to one.
    init(_ world: TestWorld, through last: Step, state: String = "FRD") async throws {
        self.world = world
        assessment = try await world.perform(
            "open-assessment", ["state": .string(state), "questionnaire": "short-survey"], by: "expert"
        ).id("assessment")
        for step in Step.allCases where step <= last { try await take(step) }
    }

    var this: [String: JSONValue] { ["assessment": .string(assessment)] }

    @discardableResult
    func perform(_ kind: ActKind, _ more: [String: JSONValue] = [:], by key: String) async throws -> Outcome {
        try await world.perform(kind, this.merging(more) { $1 }, by: key)
    }

    mutating func take(_ step: Step) async throws {
        switch step {
        case .drafted: try await draft()
        case .sent: try await perform("send-draft", by: "expert")
        case .observed: try await observe()
        case .revised: try await revise()
        case .approved:
            try await perform(
                "approve-assessment",
                [
                    "humanRights": "covered", "gender": "covered", "children": "not-covered",
                    "victims": "not-applicable",
                ], by: "head")
        case .submitted: try await perform("submit-assessment", by: "head")
        case .circulated:
            try await perform(
                "circulate-paper", ["symbol": "S/AC.40/2024/NOTE.1", "languages": "all-official"],
                by: "committee-secretary")
        case .ended:
            world.clock.move(to: TestWorld.today.adding(days: 30))
            let circulation = try await circulation()
            try await world.perform(
                "record-no-objection", ["circulation": .string(circulation)], by: "committee-secretary")
        case .adopted: try await perform("adopt-assessment", by: "committee-secretary")
        case .told: try await perform("give-notice", by: "head")
        case .opened:
            let notice = try await only(.notice)
            try await world.perform("agree-to-opening", ["notice": .string(notice)], by: "mission")
        }
    }

    private mutating func draft() async throws {
        for question in Self.questions {
            try await perform(
                "record-answer",
                [
                    "question": .string(question), "value": "largely", "explanation": Self.text("By law"),
                    "source": "state", "confidence": "high",
                ], by: "expert")
        }
        for requirement in Self.requirements {
            try await perform(
                "rate-requirement",
                [
                    "requirement": .string(requirement), "value": "partly", "basis": Self.text("The answers"),
                    "confidence": "medium",
                ], by: "expert")
            findings.append(
                try await perform(
                    "record-finding",
                    [
                        "requirement": .string(requirement), "sort": "shortfall",
                        "text": Self.text("A shortfall in \(requirement)"),
                    ], by: "expert"
                ).id("finding"))
        }
        recommendation = try await perform(
            "propose-recommendation",
            [
                "requirement": "LEG1", "findings": [.string(findings[0])], "priority": "high",
                "addressee": Self.text("Ministry of Justice"), "assistance": "yes",
                "text": Self.text("Amend the code"),
            ], by: "expert"
        ).id("recommendation")
        overview = try await perform(
            "write-overview", ["quoting": "nothing", "text": Self.text("An overview")], by: "expert"
        ).id("overview")
    }

    private func observe() async throws {
        try await perform(
            "draft-answer",
            [
                "question": "Q1", "position": "disagree", "value": "fully",
                "reason": Self.text("New act"), "explanation": Self.text("See the act"),
            ],
            by: "focal-point")
        try await perform("send-answers", by: "focal-point")
        try await world.perform(
            "draft-observation", ["about": .string(findings[0]), "text": Self.text("Outdated")],
            by: "focal-point")
        try await perform("send-observations", by: "focal-point")
    }

    private func revise() async throws {
        try await perform("revise-assessment", by: "expert")
        for observation in try await items(.observation, as: "expert") {
            try await world.perform(
                "decide-observation",
                [
                    "observation": .string(observation.id), "outcome": "noted",
                    "reason": Self.text("The act is new"),
                ], by: "expert")
        }
    }

    func circulation() async throws -> String { try await only(.circulation, as: "committee-secretary") }

    /// The one item of a type.
    func only(_ type: ItemType, as key: String = "head") async throws -> String {
        try await items(type, as: key).first?.id ?? ""
    }

    func items(_ type: ItemType, as key: String) async throws -> [ItemView] {
        let assessment = assessment
        return try await world.read(as: key) { try $0.items(of: assessment, [type]) }
    }

    func sees(_ key: String, _ id: String) async throws -> Bool {
        try await world.read(as: key) { try $0.item(id) != nil }
    }

    func stage(as key: String) async throws -> AssessmentStage? {
        let id = AssessmentID(assessment)
        return try await world.read(as: key) { try $0.assessment(id)?.stage }
    }
}
