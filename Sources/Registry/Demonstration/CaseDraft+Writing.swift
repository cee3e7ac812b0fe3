import Record

/// What the Directorate writes, and what the State says to it.
extension CaseDraft {
    mutating func prepare(isLast: Bool) {
        act(
            "open-assessment", by: cast.lead,
            turns.contains(.detailed)
                ? ["state": .string(cast.state), "questionnaire": "detailed-survey", "visited": "yes"]
                : ["state": .string(cast.state), "questionnaire": "short-survey"],
            making: "assessment", onCase: false)
        pass(1)
        write("opening-notice", as: isLast ? .presented : .sent)
        pass(4)
        if turns.contains(.slip), let first = topics.first {
            act(
                "record-answer", by: cast.lead,
                answer(first).merging(["explanation": text(script.slip["answer"])]) { $1 }, making: "answer",
                mark: "case-slip")
            pass(1)
        }
        if turns.contains(.conflict) {
            act("declare-conflict", by: cast.second, ["reason": reason("conflict")])
        }
        talk()
        answerAll()
        pass(4)
        rateAll()
        pass(3)
        for topic in topics { write(topic) }
        let practice = script.practices[number % script.practices.count]
        self.practice = act(
            "record-finding", by: cast.lead,
            [
                "requirement": practice["requirement"] ?? .null, "sort": "good-practice",
                "text": text(practice["text"]),
            ], making: "finding")
        pass(4)
        guard !isLast else { return }
        var overview = [
            "text": text(script.overviews[number % script.overviews.count]), "quoting": "nothing",
        ]
        if number % 4 == 3 {
            (overview["quoting"], overview["quotes"]) = ("findings", [.string(findings[1])])
        }
        let written = act("write-overview", by: cast.lead, overview, making: "overview")
        guard !turns.contains(.conflict) else { return }
        translate(written)
    }

    /// A colleague compares the overview's translation; in some cases a finding is worded anew and its translation is
    /// left behind.
    private mutating func translate(_ overview: String) {
        if number % 3 != 2 {
            pass(1)
            act(
                "check-translation", by: cast.second,
                ["item": .string(overview), "language": "zh-Hans"], onCase: false)
        }
        guard number % 3 == 0, let topic = topics.first, let finding = findings.first,
            case .object(var texts) = topic["finding"] ?? .null, let english = texts["en"]?.string
        else { return }
        pass(1)
        texts["en"] = .string("\(english) \(script.afterthought)")
        act(
            "amend-finding", by: cast.lead, ["finding": .string(finding), "text": .object(texts)],
            onCase: false)
    }

    /// A question is given to a colleague, who is asked something at it.
    private mutating func talk() {
        guard turns.contains(.secondReading) || turns.contains(.detailed), !turns.contains(.conflict),
            let topic = topics.last
        else { return }
        act(
            "assign-questions", by: cast.lead,
            ["question": question(of: topic), "person": cast.id(cast.second)], making: "assignment")
        for (position, words) in (script.talk["directorate"]?.array ?? []).enumerated() {
            pass(1)
            var fields: [String: JSONValue] = ["question": question(of: topic), "text": text(words)]
            if position == 0 { fields["named"] = cast.id(cast.second) }
            act(
                "discuss-question", by: position == 0 ? cast.lead : cast.second, fields, making: "remark")
        }
    }

    private mutating func answerAll() {
        for (position, topic) in topics.enumerated() {
            let answer = act("record-answer", by: cast.lead, answer(topic), making: "answer")
            if position == 1 { attach(0, to: answer) }
            pass(1)
        }
        let values: [JSONValue] = ["partly", "largely", "fully", "small-extent", "largely"]
        for (position, topic) in others.enumerated() {
            act(
                "record-answer", by: cast.lead,
                [
                    "question": question(of: topic),
                    "value": values[(number + position) % values.count], "source": "public",
                    "confidence": "low",
                ], making: "answer")
        }
        guard turns.contains(.detailed) else { return }
        for answer in script.detailed {
            act(
                "record-answer", by: cast.lead,
                (answer.object ?? [:]).merging(["source": "state", "confidence": "medium"]) { $1 },
                making: "answer")
        }
    }

    /// The question of the case's own survey that a topic is about.
    private func question(of topic: JSONValue) -> JSONValue {
        topic[turns.contains(.detailed) ? "detailedQuestion" : "question"] ?? .null
    }

    private mutating func rateAll() {
        for (position, topic) in topics.enumerated() {
            let rating = act(
                "rate-requirement", by: cast.lead,
                [
                    "requirement": topic["requirement"] ?? .null, "value": topic["value"] ?? .null,
                    "basis": topic["basis"] ?? .null, "confidence": "medium",
                ], making: "rating")
            if position == 0 { attach(1, to: rating) }
        }
        let values: [JSONValue] = ["largely", "partly", "fully", "largely"]
        for (position, topic) in others.prefix(3).enumerated() {
            act(
                "rate-requirement", by: cast.lead,
                [
                    "requirement": topic["requirement"] ?? .null,
                    "value": values[(number + position) % values.count],
                    "basis": script.bases[(number + position) % script.bases.count], "confidence": "low",
                ], making: "rating")
        }
    }

    private func answer(_ topic: JSONValue) -> [String: JSONValue] {
        [
            "question": question(of: topic), "value": topic["value"] ?? .null,
            "explanation": topic["answer"] ?? .null, "source": number % 2 == 0 ? "state" : "united-nations",
            "confidence": number % 3 == 0 ? "high" : "medium",
        ]
    }

    private mutating func write(_ topic: JSONValue) {
        let requirement = topic["requirement"] ?? .null
        let finding = act(
            "record-finding", by: cast.lead,
            ["requirement": requirement, "sort": "shortfall", "text": topic["finding"] ?? .null],
            making: "finding")
        findings.append(finding)
        let recommendation = act(
            "propose-recommendation", by: cast.lead,
            [
                "requirement": requirement, "findings": [.string(finding)],
                "priority": topic["priority"] ?? .null, "addressee": topic["addressee"] ?? .null,
                "assistance": topic["assistance"] ?? .null, "text": topic["recommendation"] ?? .null,
            ], making: "recommendation")
        recommendations.append(recommendation)
    }

    mutating func sendDraft(isLast: Bool) {
        pass(2)
        let letter = write("sending-draft", as: .sent)
        act("send-draft", by: cast.lead, ["communication": .string(letter)])
        if turns.contains(.consultation) { consult() }
        if turns.contains(.handing), let contributor = cast.contributor, let topic = topics.first {
            pass(2)
            act(
                "hand-question", by: cast.focalPoint,
                ["question": question(of: topic), "person": cast.id(contributor)])
            pass(2)
            for (position, words) in (script.talk["state"]?.array ?? []).enumerated() {
                act(
                    "discuss-own-question", by: position == 0 ? cast.focalPoint : contributor,
                    ["question": question(of: topic), "text": text(words)], making: "remark")
            }
            act("draft-answer", by: contributor, own(topic, "supplement"), making: "answer")
        }
        if turns.contains(.drafts) {
            pass(1)
            act("draft-answer", by: cast.focalPoint, own(topics[1], "agree"), making: "answer")
            observe(topics[1], findings[1])
        }
        if turns.contains(.observations) {
            pass(9)
            act("draft-answer", by: cast.focalPoint, own(topics[0], "disagree"), making: "answer")
            act("draft-answer", by: cast.focalPoint, own(topics[1], "supplement"), making: "answer")
            pass(1)
            act("send-answers", by: number % 2 == 0 ? cast.mission : cast.focalPoint, [:])
            pass(3)
            observe(topics[0], findings[0])
            observe(topics[2], recommendations[2])
        }
        guard !isLast || turns.contains(.observations) else { return }
        pass(4)
        let note = receive("observations", answering: letter)
        act(
            "send-observations", by: cast.focalPoint, ["communication": .string(note)], making: "none")
        if number % 4 == 1 { write("request-for-information", as: .drafted) }
    }

    private func own(_ topic: JSONValue, _ position: String) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "question": question(of: topic), "position": .string(position),
            "value": topic["own"] ?? .null, "explanation": topic["stateAnswer"] ?? .null,
        ]
        guard position == "disagree" else { return fields }
        fields["reason"] = topic["stateReason"] ?? .null
        fields["action"] = topic["stateAction"]
        if topic["stateAction"] != nil {
            fields["office"] = topic["office"]
            fields["progress"] = "in-progress"
        }
        return fields
    }

    private mutating func observe(_ topic: JSONValue, _ about: String) {
        observations.append(
            act(
                "draft-observation", by: cast.focalPoint,
                ["about": .string(about), "position": "supplement", "text": topic["observation"] ?? .null],
                making: "observation",
                onCase: false))
    }

    private mutating func consult() {
        let words = script.consultation
        pass(2)
        let consultation = act(
            "request-consultation", by: cast.mission, ["text": text(words["request"])], making: "consultation"
        )
        let this: [String: JSONValue] = ["consultation": .string(consultation)]
        pass(6)
        act(
            "hold-consultation", by: cast.lead, this.merging(["heldOn": .string(CaseDraft.dayWord)]) { $1 },
            onCase: false)
        act(
            "name-team-member", by: cast.lead, this.merging(["person": cast.id(cast.second)]) { $1 },
            onCase: false)
        for (position, source) in (words["sources"]?.array ?? []).enumerated() {
            act(
                "record-source", by: position == 0 ? cast.lead : cast.second,
                this.merging(["identity": text(source["identity"]), "said": text(source["said"])]) { $1 },
                making: "source", onCase: false)
        }
    }

    mutating func revise() {
        pass(3)
        act("revise-assessment", by: cast.lead, [:])
        if turns.contains(.caseTeam) {
            pass(1)
            act("open-case-team", by: cast.head, ["entity": "UNODC"], making: "grant")
        }
        pass(2)
        for (observation, topic) in zip(observations, [topics[0], topics[2]]) {
            var decided: [String: JSONValue] = [
                "observation": .string(observation), "outcome": topic["outcome"] ?? .null,
                "reason": topic["decision"] ?? .null,
            ]
            // The first is about a finding, whose new words are told.
            if observation == observations.first { decided["wording"] = topic["wording"] }
            act("decide-observation", by: cast.lead, decided, making: "decision", onCase: false)
        }
    }
}
