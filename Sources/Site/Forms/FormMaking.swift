import Identity
import Mandate
import Pack
import Record
import Registry
import Words

extension SiteRequest {
    /// Whether whoever asks may, by their capacity, perform an act at all.
    func may(_ act: any Act.Type) -> Bool {
        guard let capacity = visitor?.capacity else { return false }
        return act.performers.contains(.capacity(capacity))
    }

    /// What a form is for, so that what was typed is kept for it and nothing else.
    func place(of act: any Act.Type, _ values: [String: String]) -> String {
        let about = act.fields.compactMap { field -> String? in
            // Optional ones are chosen while typing: what was typed must not move away with them.
            guard case .reference = field.kind, field.isRequired, let id = values[field.name] else {
                return nil
            }
            return id.isEmpty ? nil : String(id.prefix(128))
        }
        // Many questions of one case are answered on one page.
        let question = Self.answersQuestion(act) ? values["question"].map { String($0.prefix(60)) } : nil
        return (["/acts/\(act.kind.rawValue)"] + about + [question].compactMap { $0 })
            .joined(separator: "/")
    }

    /// The hidden field that shows a form to be ours.
    var mark: String {
        site.formMark.mark(session: visitor?.session ?? cookies["visit"] ?? "", form: "form")
    }

    /// - Throws: `Refusal` for a form that was not made here, for this session.
    func checkMark(_ mark: String?) throws {
        let session = visitor?.session ?? cookies["visit"] ?? ""
        guard let mark, site.formMark.isGenuine(mark, session: session, form: "form") else {
            throw Refusal("form.not-ours", .notAllowed)
        }
    }

    /// An act's form with what is known already filled in.
    func form(_ act: any Act.Type, values given: [String: String]) async throws -> ActForm {
        var values = given
        var fixed: Set<String> = []
        var choices: [String: [ActForm.Choice]] = [:]
        for field in act.fields {
            switch field.kind {
            case .reference(let type):
                // What was filled in from another object stays as it is there.
                if given[field.name] == nil, values[field.name] != nil {
                    fixed.insert(field.name)
                } else if field.isRequired, let id = given[field.name], !id.isEmpty {
                    fixed.insert(field.name)
                    try await prefill(act, type, id, &values)
                } else {
                    choices[field.name] = try await objects(of: type, for: given, act)
                }
            case .references(let type): choices[field.name] = try await objects(of: type, for: given, act)
            case .pack(let list): choices[field.name] = try await codes(list)
            default: break
            }
        }
        if given["idempotency-key"] == nil {
            if Self.answersQuestion(act) { try await prefillAnswer(act, &values) }
            if act.kind == DraftRequestReply.kind { try await prefillReply(&values) }
            if act.kind == AmendRequest.kind { try await prefillRequest(&values) }
            if act.kind == WriteOverview.kind { try await prefillOverview(&values) }
        }
        if act.kind == FulfilDuty.kind, let id = given["duty"] {
            choices["dueOn"] = try await openDates(of: DutyID(id))
        }
        if act.kind == WriteCalibrationUnit.kind { try await prefillUnit(&values) }
        let scale = try await scale(of: act, given)
        let rates = [
            RateRequirement.kind, SettleRating.kind, RateCalibrationUnit.kind, ConcludeCalibrationUnit.kind,
        ].contains(act.kind)
        if rates, let scale {
            choices["value"] = scale.options.map {
                .init(code: $0.code, name: $0.name.in(languages.first ?? "en"))
            }
        }
        var form = ActForm(
            act: act, values: values, fixed: fixed, choices: choices, csrf: mark,
            idempotencyKey: given["idempotency-key"] ?? site.registry.surroundings.newID(),
            next: Self.next(after: act, given))
        form.anchors = Anchors(scale, languages, try await examples(for: act, given))
        if Self.answersQuestion(act), let code = given["question"] {
            form.answer = try await answerChoices(code, of: given["assessment"])
            form.fillBoxes("value", from: form.values["value"])
        }
        return form
    }

    /// Where to go after an act: where the form says, else whoever answered a question goes on at that question.
    static func next(after act: any Act.Type, _ form: [String: String]) -> String? {
        if let next = form["next"] { return next }
        guard answersQuestion(act), let assessment = form["assessment"], let question = form["question"]
        else { return nil }
        return Route.questionOf(
            assessment: FormEncoding.encode(assessment), FormEncoding.encode(question)
        ).path
    }

    /// Whether the act's value is an answer to a question of the pack.
    static func answersQuestion(_ act: any Act.Type) -> Bool {
        act.kind == RecordAnswer.kind || act.kind == DraftAnswer.kind
    }

    /// Whether several people write the same text, each with a draft of their own.
    static func isWrittenBySeveral(_ act: any Act.Type) -> Bool {
        answersQuestion(act) || act.kind == DraftRequestReply.kind || act.kind == AmendRequest.kind
    }

    /// From the answer that stands in the room of whoever asks, where nothing was typed yet.
    private func prefillAnswer(_ act: any Act.Type, _ values: inout [String: String]) async throws {
        guard let assessment = values["assessment"], let code = values["question"] else { return }
        let current = try await read { try $0.ownAnswer(to: code, of: assessment) }
        values["version"] = values["version"] ?? current?["version"]?.string ?? "none"
        let names = Set(act.fields.filter(\.isSupplied).map(\.name))
        let isTyped = values.keys.contains {
            $0.hasPrefix("explanation.") || $0 == "source" || $0 == "position"
        }
        guard let current = current?.object, !isTyped else { return }
        for (name, value) in FormReading.values(current) {
            let field = name.hasPrefix("text.") ? "explanation.\(name.dropFirst(5))" : name
            if names.contains(String(field.prefix { $0 != "." })), values[field] == nil {
                values[field] = value
            }
        }
    }

    /// What the question can be answered with; nil where there is no such question.
    private func answerChoices(_ code: String, of assessment: String?) async throws -> AnswerChoices? {
        let languages = languages
        return try await read { reader in
            guard let assessment = try assessment.flatMap({ try reader.assessment(AssessmentID($0)) }),
                let questionnaire = try reader.questionnaire(of: assessment),
                let question = try reader.questions(of: assessment).first(where: { $0.code == code })
            else { return nil }
            return AnswerChoices(question, scale: questionnaire.options, languages: languages)
        }
    }

    /// From the object as it stands: its version, and for a correction its content.
    private func prefill(
        _ act: any Act.Type, _ type: ObjectType, _ id: String, _ values: inout [String: String]
    ) async throws {
        guard let json = try await read({ try $0.representation(type, id) }), let object = json.object else {
            return
        }
        if act.fields.contains(where: { $0.kind == .version(of: type.rawValue) }), values["version"] == nil {
            values["version"] = object["version"]?.string
        }
        if act.kind == ProposeDuty.kind, values["idempotency-key"] == nil,
            let read = try await read({
                try $0.paragraph(ParagraphID(id)).flatMap(DutyProposal.init(reading:))
            })
        {
            for (name, value) in FormReading.values(read.fields) where values[name] == nil {
                values[name] = value
            }
        }
        let corrections = [
            CorrectDuty.kind, CorrectPerson.kind, AmendCommunication.kind, AmendFinding.kind,
            AmendRecommendation.kind,
        ]
        let isCorrection = corrections.contains(act.kind)
        guard isCorrection, values["idempotency-key"] == nil else { return }
        for (name, value) in FormReading.values(object) where values[name] == nil { values[name] = value }
        if act.kind == CorrectDuty.kind { values["paragraph"] = object["paragraph"]?.string }
        for (name, value) in values where name.hasPrefix("text.") {
            values["what.\(name.dropFirst(5))"] = value
        }
        if let limit = object["timeLimit"]?.object {
            values["limitKind"] = values["limitKind"] ?? limit["kind"]?.string
            values["normalised"] = values["normalised"] ?? limit["normalised"]?.string
            for (language, text) in limit["text"]?.object ?? [:] {
                values["limitText.\(language)"] = text.string
            }
        } else if act.kind == CorrectDuty.kind {
            values["limitKind"] = values["limitKind"] ?? "none"
        }
    }
}
