import Record

/// One case in the order of its acts, so that what is drawn at random reaches every stage.
struct Story: Sendable {
    let state: String
    /// The next act's place in the order.
    private(set) var place = 0
    private(set) var assessment = ""

    init(state: String) { self.state = state }

    struct Act {
        let kind: String
        let by: String
        let fields: [String: JSONValue]
        /// Days that pass before.
        var days: Int64 = 0
    }

    mutating func opened(_ assessment: String) { if self.assessment.isEmpty { self.assessment = assessment } }

    /// The next act; nil at the end.
    mutating func next(_ pool: Pool, _ day: String) -> Act? {
        let acts = acts(pool, day)
        guard place < acts.count else { return nil }
        place += 1
        return acts[place - 1]
    }

    static let length = 46

    private var focal: String { state == "FRD" ? "focal-point" : "other-focal-point" }
    private var mission: String { state == "FRD" ? "mission" : "other-mission" }

    private func acts(_ pool: Pool, _ day: String) -> [Act] {
        preparing(pool) + dialogue(pool, day) + deciding(pool) + after(pool, day)
    }

    private func this(_ more: [String: JSONValue] = [:]) -> [String: JSONValue] {
        more.merging(["assessment": .string(assessment)]) { $1 }
    }

    private func id(_ pool: Pool, _ type: String, _ place: Int = 0) -> JSONValue {
        let ids = pool.ids(type, of: assessment)
        return .string(ids.isEmpty ? "nosuchidentifier" : ids[min(place, ids.count - 1)])
    }

    private static func text(_ words: String) -> JSONValue { .object(["en": .string(words)]) }

    private func preparing(_ pool: Pool) -> [Act] {
        var acts = [
            Act(
                kind: "open-assessment", by: "expert",
                fields: ["state": .string(state), "questionnaire": "short-survey"])
        ]
        for question in Pool.questions {
            acts.append(
                Act(
                    kind: "record-answer", by: "expert",
                    fields: this([
                        "question": .string(question), "value": "largely", "explanation": Self.text("By law"),
                        "source": "state", "confidence": "high",
                    ])))
        }
        for requirement in Pool.requirements {
            acts.append(
                Act(
                    kind: "rate-requirement", by: "expert",
                    fields: this([
                        "requirement": .string(requirement), "value": "partly",
                        "basis": Self.text("The answers"),
                        "confidence": "medium",
                    ])))
            acts.append(
                Act(
                    kind: "record-finding", by: "expert",
                    fields: this([
                        "requirement": .string(requirement), "sort": "shortfall",
                        "text": Self.text("A border shortfall in \(requirement)"),
                    ])))
        }
        return acts + [
            Act(
                kind: "propose-recommendation", by: "expert",
                fields: this([
                    "requirement": "LEG1", "findings": .array([id(pool, "finding")]), "priority": "high",
                    "addressee": Self.text("Ministry of Justice"), "assistance": "yes",
                    "text": Self.text("Amend the code on custody"),
                ])),
            Act(
                kind: "write-overview", by: "expert",
                fields: this(["quoting": "nothing", "text": Self.text("An overview")])),
            Act(kind: "send-draft", by: "expert", fields: this()),
        ]
    }

    private func dialogue(_ pool: Pool, _ day: String) -> [Act] {
        [
            Act(
                kind: "hand-question", by: focal,
                fields: this(["question": "Q1", "person": .string(pool.people["contributor"] ?? "")])),
            Act(
                kind: "draft-answer", by: focal,
                fields: this([
                    "question": "Q1", "position": "disagree", "value": "fully",
                    "reason": Self.text("New act"), "action": Self.text("Being applied"),
                ])),
            Act(
                kind: "draft-observation", by: focal,
                fields: ["about": id(pool, "finding"), "text": Self.text("Outdated draft")]),
            Act(
                kind: "request-consultation", by: mission,
                fields: this(["text": Self.text("Hear the bar association")])),
            Act(kind: "open-case-team", by: "head", fields: this(["entity": "UNODC"])),
            Act(kind: "send-answers", by: focal, fields: this()),
            Act(kind: "send-observations", by: focal, fields: this()),
            Act(
                kind: "hold-consultation", by: "expert",
                fields: ["consultation": id(pool, "consultation"), "heldOn": .string(day)]),
            Act(
                kind: "record-source", by: "expert",
                fields: ["consultation": id(pool, "consultation"), "identity": Self.text("A secret witness")]),
            Act(kind: "revise-assessment", by: "expert", fields: this()),
            Act(
                kind: "amend-finding", by: "expert",
                fields: ["finding": id(pool, "finding"), "text": Self.text("An amended shortfall")]),
            decision(pool, 0), decision(pool, 1),
        ]
    }

    private func decision(_ pool: Pool, _ place: Int) -> Act {
        Act(
            kind: "decide-observation", by: "expert",
            fields: [
                "observation": id(pool, "observation", place), "outcome": "noted",
                "reason": Self.text("The act is new"),
            ])
    }

    private func deciding(_ pool: Pool) -> [Act] {
        [
            Act(
                kind: "approve-assessment", by: "head",
                fields: this([
                    "humanRights": "covered", "gender": "covered", "children": "not-covered",
                    "victims": "not-applicable",
                ])),
            Act(kind: "submit-assessment", by: "head", fields: this()),
            Act(
                kind: "circulate-paper", by: "committee-secretary",
                fields: this(["symbol": "S/AC.40/2024/NOTE.1", "languages": "all-official"])),
            Act(
                kind: "place-hold", by: "committee-member",
                fields: ["circulation": id(pool, "circulation"), "reason": Self.text("A secret reason")]),
            Act(
                kind: "lift-objection", by: "committee-member",
                fields: ["objection": id(pool, "objection")]),
            Act(
                kind: "withhold-item", by: mission,
                fields: ["item": id(pool, "finding"), "from": "un-system", "reason": Self.text("Security")]),
            Act(
                kind: "record-no-objection", by: "committee-secretary",
                fields: ["circulation": id(pool, "circulation")], days: 30),
            Act(kind: "adopt-assessment", by: "committee-secretary", fields: this()),
        ]
    }

    private func after(_ pool: Pool, _ day: String) -> [Act] {
        [
            Act(kind: "give-notice", by: "head", fields: this()),
            Act(kind: "agree-to-opening", by: mission, fields: ["notice": id(pool, "notice")]),
            Act(
                kind: "release-items", by: "committee-secretary",
                fields: [
                    "items": .array([id(pool, "finding", 1), id(pool, "assessment")]), "audience": "public",
                    "consultedOn": .string(day), "reference": "A note",
                ]),
            Act(
                kind: "release-to-named", by: mission,
                fields: ["item": id(pool, "overview"), "named": "INTERPOL"]),
            Act(
                kind: "set-follow-up-status", by: "expert",
                fields: ["recommendation": id(pool, "recommendation"), "status": "in-progress"]),
            Act(
                kind: "report-measure", by: focal,
                fields: [
                    "recommendation": id(pool, "recommendation"), "text": Self.text("A secret measure"),
                    "takenOn": .string(day),
                ]),
            Act(
                kind: "verify-measure", by: "expert",
                fields: ["measure": id(pool, "measure"), "outcome": "verified"]),
            Act(kind: "start-follow-up", by: "expert", fields: this()),
            Act(kind: "close-assessment", by: "head", fields: this()),
        ]
    }
}
