import Mandate
import Record
import Registry

/// Every act about cases, once, in an order in which nobody refuses: two assessments, of Freedonia and Sylvania.
struct CaseWalk {
    struct Performed: Sendable {
        let kind: ActKind
        let entry: String
        let by: String
    }

    let world: TestWorld
    /// Stands in every text that an erasure can take out.
    private let words: String
    private(set) var performed: [Performed] = []
    private var findings: [String] = []

    /// Walks the two cases.
    static func all(_ world: TestWorld, words: String = "Some words") async throws -> CaseWalk {
        var walk = CaseWalk(world: world, words: words)
        let first = try await walk.draft("FRD")
        try await walk.discuss(first)
        try await walk.decide(first)
        try await walk.disclose(first)
        try await walk.write(first)
        try await walk.ask()
        try await walk.returned()
        try await walk.calibrate()
        try await walk.move()
        try await walk.withdrawQuestionnaire()
        return walk
    }

    private init(world: TestWorld, words: String) {
        self.world = world
        self.words = words
    }

    var text: JSONValue { .object(["en": .string(words)]) }

    @discardableResult
    mutating func act(
        _ kind: ActKind, _ fields: [String: JSONValue], by key: String
    ) async throws -> Outcome {
        let outcome = try await world.perform(kind, fields, by: key)
        performed.append(Performed(kind: kind, entry: outcome.entry, by: key))
        return outcome
    }

    private mutating func draft(_ state: String) async throws -> JSONValue {
        let assessment = JSONValue.string(
            try await act(
                "open-assessment", ["state": .string(state), "questionnaire": "short-survey"], by: "expert"
            ).id("assessment"))
        try await talk(assessment)
        try await act(
            "assign-second-reader",
            [
                "assessment": assessment, "person": .string(world.person("expert-two")),
                "requirements": ["LEG1"],
            ], by: "head")
        let answer = try await act(
            "record-answer",
            [
                "assessment": assessment, "question": "Q1", "value": "partly", "explanation": text,
                "source": "state", "confidence": "high",
            ], by: "expert"
        ).id("answer")
        try await bearOut(answer)
        for (key, value) in [("expert", "partly"), ("expert-two", "largely")] {
            try await act(
                "rate-requirement",
                [
                    "assessment": assessment, "requirement": "LEG1", "value": .string(value), "basis": text,
                    "confidence": "low",
                ], by: key)
        }
        let finding = try await act(
            "record-finding",
            ["assessment": assessment, "requirement": "LEG1", "sort": "shortfall", "text": text], by: "expert"
        ).id("finding")
        findings.append(finding)
        try await act("amend-finding", ["finding": .string(finding), "text": text], by: "expert")
        let recommendation = try await act(
            "propose-recommendation",
            [
                "assessment": assessment, "requirement": "LEG1", "findings": [.string(finding)],
                "priority": "high", "addressee": text, "assistance": "yes", "text": text,
            ], by: "expert"
        ).id("recommendation")
        try await act(
            "amend-recommendation", ["recommendation": .string(recommendation), "text": text], by: "expert")
        let overview = try await act(
            "write-overview",
            [
                "assessment": assessment, "text": ["en": "An overview", "zh-Hans": "概览"],
                "quoting": "findings", "quotes": [.string(finding)],
            ], by: "expert"
        ).id("overview")
        try await act(
            "check-translation", ["item": .string(overview), "language": "zh-Hans"], by: "expert-two")
        try await mistake(assessment)
        try await act("send-draft", ["assessment": assessment], by: "expert")
        return assessment
    }

    /// A file beside an answer.
    @discardableResult
    private mutating func bearOut(_ answer: String, by key: String = "expert") async throws -> String {
        let staged = try await world.stage(Array(words.utf8), "minutes.txt", by: key).file
        let fields: [String: JSONValue] = [
            "item": .string(answer), "file": .string(staged?.id ?? ""), "title": text, "source": text,
            "datedOn": "2024-03-01",
        ]
        return try await act("attach-evidence", fields, by: key).id("evidence")
    }

    /// A question given to a colleague, and a word about it.
    private mutating func talk(_ assessment: JSONValue) async throws {
        let colleague = JSONValue.string(world.person("expert-two"))
        try await act(
            "assign-questions", ["assessment": assessment, "question": "Q1", "person": colleague],
            by: "expert")
        try await act(
            "discuss-question",
            ["assessment": assessment, "question": "Q1", "text": text, "named": colleague], by: "expert")
    }

    /// A case that moves to a version which came into use after it was opened.
    private mutating func move() async throws {
        let assessment = try await act(
            "open-assessment", ["state": "ABR", "questionnaire": "short-survey"], by: "expert"
        ).id("assessment")
        try await QuestionnaireUseTests.adoptNext(world)
        try await QuestionnaireUseTests.adopt(world)
        try await act("move-assessment", ["assessment": .string(assessment)], by: "expert")
        try await act(
            "enter-historic-assessment",
            [
                "state": "FRD", "questionnaire": "short-survey", "startedOn": "2015-02-01",
                "adoptedOn": "2016-05-04", "source": .string(words), "facts": text,
                "positions": "LEG1 partly\nCFT3 largely",
            ], by: "expert")
    }

    private mutating func withdrawQuestionnaire() async throws {
        var fields = TestWorld.adoption(of: "detailed-survey", "2026.1")
        fields["reference"] = .string(words)
        try await act("withdraw-questionnaire", fields, by: "committee-secretary")
    }

    /// A wrong entry that is taken back, a colleague who is away, and a case that goes to another lead.
    private mutating func mistake(_ assessment: JSONValue) async throws {
        let wrong = try await act(
            "record-finding",
            ["assessment": assessment, "requirement": "LEG1", "sort": "shortfall", "text": text], by: "expert"
        ).id("finding")
        try await act("withdraw-item", ["item": .string(wrong), "reason": text], by: "expert")
        let absence = try await act(
            "record-absence",
            [
                "person": .string(world.person("expert")), "deputy": .string(world.person("expert-two")),
                "from": "2024-03-01", "until": "2024-03-08",
            ], by: "expert"
        ).id("absence")
        try await act("end-absence", ["absence": .string(absence)], by: "expert")
        try await act(
            "record-nationality",
            ["person": .string(world.person("expert")), "state": "SYL", "held": "no"], by: "expert")
        for lead in ["head-two", "expert"] {
            try await act(
                "reassign-assessment", ["assessment": assessment, "lead": .string(world.person(lead))],
                by: "head")
        }
    }

    private mutating func discuss(_ assessment: JSONValue) async throws {
        let this = ["assessment": assessment]
        try await act(
            "hand-question",
            this.merging(["question": "Q1", "person": .string(world.person("contributor"))]) { $1 },
            by: "focal-point")
        try await act(
            "draft-answer",
            this.merging([
                "question": "Q1", "position": "disagree", "reason": text, "explanation": text,
                "action": text, "office": text, "date": "2024-06-30", "progress": "in-progress",
            ]) { $1 },
            by: "contributor")
        try await act(
            "discuss-own-question", this.merging(["question": "Q1", "text": text]) { $1 }, by: "contributor")
        try await act("send-answers", this, by: "focal-point")
        let observation = try await act(
            "draft-observation",
            [
                "about": .string(findings[0]), "position": "disagree", "quoted": text, "text": text,
                "action": text,
            ],
            by: "focal-point"
        ).id("observation")
        try await act("send-observations", this, by: "mission")
        let consultation = try await act(
            "request-consultation", this.merging(["text": text]) { $1 }, by: "mission"
        ).id("consultation")
        try await act(
            "hold-consultation", ["consultation": .string(consultation), "heldOn": "2024-03-01"], by: "expert"
        )
        try await act(
            "name-team-member",
            ["consultation": .string(consultation), "person": .string(world.person("expert-two"))],
            by: "expert")
        try await act(
            "record-source", ["consultation": .string(consultation), "identity": text, "said": text],
            by: "expert-two")
        try await act("open-case-team", this.merging(["entity": "UNODC"]) { $1 }, by: "head")
        try await act("revise-assessment", this, by: "expert")
        try await act(
            "decide-observation",
            [
                "observation": .string(observation), "outcome": "taken-up", "reason": text,
                "wording": .object(["en": .string("\(words), amended")]),
            ], by: "expert")
        try await act(
            "settle-rating",
            this.merging(["requirement": "LEG1", "value": "largely", "reason": text]) { $1 }, by: "head")
        try await act("conclude-second-reading", this, by: "expert-two")
    }

    static let coverage: [String: JSONValue] = [
        "humanRights": "covered", "gender": "covered", "children": "not-covered", "victims": "not-applicable",
    ]

    private mutating func decide(_ assessment: JSONValue) async throws {
        let this = ["assessment": assessment]
        try await act("approve-assessment", this.merging(Self.coverage) { $1 }, by: "head")
        try await act("submit-assessment", this, by: "head")
        let circulation = JSONValue.string(try await circulate(assessment))
        try await act(
            "extend-circulation", ["circulation": circulation, "reason": text], by: "committee-secretary")
        let hold = try await act(
            "place-hold", ["circulation": circulation, "reason": text], by: "committee-member"
        ).id("objection")
        try await act("lift-objection", ["objection": .string(hold), "reason": text], by: "committee-member")
        world.clock.move(to: TestWorld.today.adding(days: 60))
        try await act("record-no-objection", ["circulation": circulation], by: "committee-secretary")
        try await act("adopt-assessment", this, by: "chair")
    }

    private mutating func circulate(_ assessment: JSONValue) async throws -> String {
        try await act(
            "circulate-paper",
            ["assessment": assessment, "symbol": "S/AC.40/2024/NOTE.2", "languages": "all-official"],
            by: "committee-secretary"
        ).id("circulation")
    }

    private mutating func disclose(_ assessment: JSONValue) async throws {
        let this = ["assessment": assessment]
        let finding = JSONValue.string(findings[0])
        let notice = try await act("give-notice", this, by: "head").id("notice")
        try await act("agree-to-opening", ["notice": .string(notice)], by: "mission")
        try await act("preview-audience", ["state": "FRD", "audience": "un-system"], by: "head")
        let release = try await act(
            "release-items",
            [
                "items": [finding], "audience": "researchers", "consultedOn": "2024-03-01",
                "reference": .string(words),
            ], by: "committee-secretary"
        ).id("release")
        try await act(
            "end-release", ["release": .string(release), "reason": text], by: "committee-secretary")
        try await act("release-own", ["items": [finding], "audience": "public"], by: "mission")
        try await act("release-to-named", ["item": finding, "named": "SYL"], by: "mission")
        let withholding = try await act(
            "withhold-item", ["item": finding, "from": "un-system", "reason": text], by: "focal-point"
        ).id("withholding")
        try await act(
            "lift-withholding", ["withholding": .string(withholding), "upTo": "un-system", "reason": text],
            by: "mission")
        try await act("start-follow-up", this, by: "expert")
        let recommendation = JSONValue.string(
            try await world.read(as: "head") { try $0.items(.recommendation).first?.id } ?? "")
        let measure = try await act(
            "report-measure",
            [
                "recommendation": recommendation, "text": text, "takenOn": "2024-03-01", "office": text,
                "progress": "implemented",
            ],
            by: "focal-point"
        ).id("measure")
        try await act(
            "verify-measure", ["measure": .string(measure), "outcome": "verified", "reason": text],
            by: "expert")
        try await act(
            "set-follow-up-status",
            ["recommendation": recommendation, "status": "implemented", "reason": text], by: "expert")
        try await act("close-assessment", this, by: "head")
    }

    /// A request for information that is answered late and closed, and one that is withdrawn.
    private mutating func ask() async throws {
        let fields: [String: JSONValue] = ["state": "FRD", "subject": text, "questions": text]
        let request = try await act("draft-request", fields, by: "expert").id("request")
        let this: [String: JSONValue] = ["request": .string(request)]
        try await act(
            "amend-request", this.merging(["subject": text, "questions": text]) { $1 }, by: "expert")
        try await act("send-request", this, by: "head")
        try await act("ask-more-time", this.merging(["reason": text]) { $1 }, by: "focal-point")
        try await act(
            "decide-more-time", this.merging(["outcome": "granted", "reason": text]) { $1 }, by: "expert")
        let point = try await world.read(as: "focal-point") { reader in
            try reader.request(request)?.points.first?.point.id ?? ""
        }
        let official = JSONValue.string(world.person("contributor"))
        try await act(
            "hand-request-point", ["point": .string(point), "person": official], by: "focal-point")
        let reply = try await act(
            "draft-request-reply", ["point": .string(point), "text": text], by: "contributor"
        ).id("request-reply")
        try await act("validate-request-reply", ["reply": .string(reply)], by: "focal-point")
        try await act("draft-request-reply", ["point": .string(point), "text": text], by: "focal-point")
        try await act("send-request-replies", this, by: "mission")
        try await act("close-request", this.merging(["reason": text]) { $1 }, by: "expert")
        let other = try await act("draft-request", fields, by: "expert").id("request")
        try await act("withdraw-request", ["request": .string(other), "reason": text], by: "expert")
    }

    /// A letter of the Committee that goes out, a note of the Directorate that does not, and an answer that comes in.
    private mutating func write(_ assessment: JSONValue) async throws {
        let about: [String: JSONValue] = ["state": "FRD", "assessment": assessment, "text": text]
        let letter = JSONValue.string(
            try await act(
                "draft-communication", about.merging(["letter": "adopted-recommendations"]) { $1 },
                by: "committee-secretary"
            ).id("communication"))
        try await act("amend-communication", ["communication": letter, "text": text], by: "expert")
        try await act("present-communication", ["communication": letter], by: "expert")
        try await act("sign-communication", ["communication": letter, "signature": text], by: "chair")
        try await act("send-communication", ["communication": letter], by: "committee-secretary")
        let note = try await act(
            "draft-communication", about.merging(["letter": "request-for-information"]) { $1 }, by: "expert"
        ).id("communication")
        try await act("withdraw-communication", ["communication": .string(note)], by: "expert")
        let incoming = try await act(
            "record-communication",
            [
                "state": "FRD", "office": "committee", "form": "note-verbale", "theirReference": "NV/12",
                "datedOn": "2024-03-01", "language": "en", "signatory": text, "summary": text,
                "answers": letter,
            ], by: "mission"
        ).id("communication")
        let file = try await bearOut(incoming, by: "mission")
        try await act("take-back-file", ["evidence": .string(file), "reason": text], by: "mission")
    }

    /// The other case: an objection, a return, a declined notice, a conflict of interest.
    private mutating func returned() async throws {
        let assessment = try await draft("SYL")
        let this = ["assessment": assessment]
        try await act("send-observations", this, by: "other-focal-point")
        try await act("revise-assessment", this, by: "expert")
        try await act(
            "settle-rating",
            this.merging(["requirement": "LEG1", "value": "largely", "reason": text]) { $1 }, by: "head")
        try await act("conclude-second-reading", this, by: "expert-two")
        try await act("approve-assessment", this.merging(Self.coverage) { $1 }, by: "head")
        try await act("submit-assessment", this, by: "head")
        let circulation = try await circulate(assessment)
        try await act(
            "raise-objection", ["circulation": .string(circulation), "reason": text], by: "chair")
        try await act("return-assessment", this.merging(["reason": text]) { $1 }, by: "committee-secretary")
        try await act("approve-assessment", this.merging(Self.coverage) { $1 }, by: "head")
        try await act("submit-assessment", this, by: "head")
        let again = try await circulate(assessment)
        world.clock.move(to: TestWorld.today.adding(days: 120))
        try await act(
            "record-no-objection", ["circulation": .string(again)], by: "committee-secretary")
        try await act("adopt-assessment", this, by: "committee-secretary")
        let notice = try await act("give-notice", this, by: "head").id("notice")
        try await act(
            "decline-opening", ["notice": .string(notice), "reason": text], by: "other-mission")
        try await act("declare-conflict", this.merging(["reason": text]) { $1 }, by: "expert-two")
    }
}
