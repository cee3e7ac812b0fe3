import Record

/// What the Committee decides, what opens, and what follows.
extension CaseDraft {
    mutating func approve() {
        pass(4)
        act(
            "approve-assessment", by: cast.head,
            [
                "humanRights": "covered", "gender": number % 2 == 0 ? "covered" : "not-covered",
                "children": number % 3 == 0 ? "covered" : "not-applicable", "victims": "covered",
            ])
    }

    mutating func submit() {
        pass(3)
        act("submit-assessment", by: cast.head, [:])
    }

    mutating func circulate() {
        pass(5)
        circulation = act(
            "circulate-paper", by: "committee-secretary",
            [
                "symbol": .string("DEMO/\(CaseDraft.yearWord)/NOTE.\(number + 1)"),
                "languages": number % 2 == 0 ? "all-official" : "en-and-zh-Hans",
            ], making: "circulation")
        let this: [String: JSONValue] = ["circulation": .string(circulation)]
        if turns.contains(.objection) {
            pass(4)
            act(
                "raise-objection", by: "committee-member",
                this.merging(["reason": reason("objection")]) { $1 }, making: "objection", onCase: false)
        }
        if turns.contains(.hold) {
            pass(3)
            act(
                "place-hold", by: "committee-member", this.merging(["reason": reason("hold")]) { $1 },
                making: "objection", onCase: false)
        }
        if turns.contains(.liftedHold) { holdForAWhile(this) }
    }

    private mutating func holdForAWhile(_ this: [String: JSONValue]) {
        pass(2)
        let objection = act(
            "place-hold", by: "chair", this.merging(["reason": reason("hold")]) { $1 }, making: "objection",
            onCase: false)
        pass(1)
        act(
            "extend-circulation", by: "committee-secretary",
            this.merging(["reason": reason("extend")]) { $1 }, onCase: false)
        waitForSilence()
        act(
            "lift-objection", by: "chair",
            ["objection": .string(objection), "reason": reason("lift")], onCase: false)
    }

    mutating func giveBack() {
        pass(6)
        act("return-assessment", by: "committee-secretary", ["reason": reason("returned")])
    }

    mutating func endSilence() {
        waitForSilence()
        act(
            "record-no-objection", by: "committee-secretary", ["circulation": .string(circulation)],
            onCase: false)
    }

    mutating func adopt(isLast: Bool) {
        pass(1)
        act("adopt-assessment", by: number % 3 == 0 ? "chair" : "committee-secretary", [:])
        // Adopted of late, the letter waits for the Chair.
        write("adopted-recommendations", as: isLast ? .presented : .sent, isCommittees: true)
    }

    mutating func giveNotice(isLast: Bool) {
        pass(3)
        notice = act(
            "give-notice", by: number % 2 == 0 ? cast.head : "committee-secretary", [:], making: "notice")
        if isLast { write("letter-of-the-chair", as: .presented, isCommittees: true) }
    }

    mutating func decline() {
        pass(7)
        act(
            "decline-opening", by: cast.mission, ["notice": .string(notice), "reason": reason("decline")],
            onCase: false)
        write("letter-of-the-chair", as: .signed, isCommittees: true)
    }

    mutating func open() {
        pass(5)
        if turns.contains(.withhold) {
            act(
                "withhold-item", by: cast.mission,
                [
                    "item": .string(findings[0]), "from": "un-system",
                    "reason": topics[0]["withholding"] ?? .null,
                ], making: "withholding", onCase: false)
        }
        pass(2)
        act(
            "agree-to-opening", by: cast.mission, ["notice": .string(notice)], making: "release",
            onCase: false)
    }

    /// On a decision that the Committee was consulted on, and by the State itself.
    mutating func releaseFurther() {
        pass(20)
        act(
            "release-items", by: "committee-secretary",
            [
                "items": [.string(findings[1]), .string(recommendations[1])],
                "audience": "states-and-partners", "consultedOn": .string(CaseDraft.dayWord),
                "reference": .string("DEMO/\(CaseDraft.yearWord)/CONS.\(number + 1)"),
            ], making: "release", onCase: false)
        pass(6)
        act(
            "release-own", by: cast.mission, ["items": [.string(practice)], "audience": "public"],
            making: "release", onCase: false)
    }

    mutating func followUp() {
        pass(10)
        act("start-follow-up", by: cast.lead, [:])
        pass(4)
        act(
            "set-follow-up-status", by: cast.lead,
            [
                "recommendation": .string(recommendations[1]), "status": "in-progress",
                "reason": reason("progress"),
            ], making: "followUp", onCase: false)
        guard turns.contains(.measure) else { return }
        pass(30)
        let measure = act(
            "report-measure", by: cast.focalPoint,
            [
                "recommendation": .string(recommendations[0]), "text": topics[0]["measure"] ?? .null,
                "office": topics[0]["office"] ?? .null, "takenOn": .string(CaseDraft.dayWord),
            ], making: "measure", onCase: false)
        pass(9)
        act(
            "verify-measure", by: cast.lead,
            ["measure": .string(measure), "outcome": "verified", "reason": reason("verified")], onCase: false)
        pass(1)
        act(
            "set-follow-up-status", by: cast.lead,
            [
                "recommendation": .string(recommendations[0]), "status": "partly-implemented",
                "reason": reason("followUp"),
            ], making: "followUp", onCase: false)
    }

    mutating func close() {
        pass(30)
        act("close-assessment", by: cast.head, [:])
    }
}
