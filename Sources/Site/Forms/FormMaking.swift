import Disclosure
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

    /// What a field of that type can name. Items are those of the case at hand: of the assessment, or of the State,
    /// that the form is about.
    private func items(_ type: ItemType, for given: [String: String]) async throws -> [ActForm.Choice] {
        let languages = languages
        let words = words
        return try await read { reader in
            if type == .requestReply { return try Self.replies(reader, for: given, languages) }
            let items =
                if let assessment = given["assessment"], !assessment.isEmpty {
                    try reader.items(of: assessment, [type])
                } else {
                    try reader.items(type, state: given["state"])
                }
            let states =
                type == .assessment || type == .communication
                ? try reader.stateNames(items.map(\.state)).compactMapValues { $0.text(in: languages)?.text }
                : [:]
            return items.compactMap { item in
                let text = item.body?.text(in: languages)?.text.shortened(to: 100)
                let about = "\(words("type.\(type.rawValue)")) · \(item.requirement)\(item.question)"
                let state = states[item.state] ?? item.state
                return switch type {
                case .assessment:
                    .init(
                        code: item.id,
                        name: "\(state): "
                            + words("case.title", ["cycle": item.detail["cycle"]?.int ?? 0]))
                // What has no number was not sent yet: nothing can rest on it.
                case .communication:
                    item.text("reference").map {
                        .init(code: item.id, name: "\($0) · \(state) · \(item.text("datedOn") ?? "")")
                    }
                default: .init(code: item.id, name: text ?? about)
                }
            }
        }
    }

    /// Adopted items that can be released: of the viewer's own State, or of the State or assessment at hand.
    private func releasable(for given: [String: String]) async throws -> [ActForm.Choice] {
        let languages = languages
        let words = words
        let state = viewer.state ?? given["state"]
        return try await read { reader in
            let items =
                if let assessment = given["assessment"], !assessment.isEmpty {
                    try reader.items(of: assessment, ItemType.releasable)
                } else {
                    try reader.items(ofTypes: ItemType.releasable, state: state)
                }
            return items.filter { $0.reach?.isWithCommittee == true }.prefix(100).map {
                .init(
                    code: $0.id,
                    name: "\($0.state) · \(words("type.\($0.type.rawValue)")) · "
                        + ($0.body?.text(in: languages)?.text.shortened(to: 100) ?? $0.requirement))
            }
        }
    }

    /// Whom an act can name: of a room alone, where it stays in one.
    private func isOffered(_ person: PersonView, for act: any Act.Type) -> Bool {
        switch act.kind {
        case DiscussQuestion.kind, AssignQuestions.kind, OpenCalibration.kind, ReplaceCalibrationRater.kind,
            AssignSecondReader.kind, ReassignAssessment.kind, RecordAbsence.kind:
            person.isOfRoom(ofState: nil)
        case HandQuestion.kind:
            person.capacities.contains {
                $0.capacity == .contributor && $0.stage == .held && $0.about == viewer.about
            }
        case DiscussOwnQuestion.kind: person.isOfRoom(ofState: viewer.about)
        case HandQuestion.kind, HandRequestPoint.kind:
            person.capacities.contains {
                $0.capacity == .contributor && $0.about == viewer.about && $0.stage == .held
            }
        default: true
        }
    }

    private func objects(
        of type: ObjectType, for given: [String: String], _ act: any Act.Type
    ) async throws -> [ActForm.Choice] {
        if let type = ItemType(rawValue: type.rawValue) { return try await items(type, for: given) }
        if type == Kind.AnyItem.type { return try await releasable(for: given) }
        let languages = languages
        let words = words
        // What was rated is read again; the other hundred would hide it.
        let rated =
            act.kind == AssignSecondReader.kind
            ? Set(
                try await read { try $0.items(of: given["assessment"] ?? "", [.rating]).map(\.requirement) })
            : []
        return try await read { reader in
            switch type {
            case "requirement":
                try reader.requirements().filter { rated.isEmpty || rated.contains($0.code) }.map {
                    .init(code: $0.code, name: "\($0.code) · \($0.text.text(in: languages)?.text ?? "")")
                }
            case Kind.Resolution.type:
                try reader.resolutions().map { .init(code: $0.id.rawValue, name: words.symbol($0.symbol)) }
            case Kind.Document.type:
                try reader.documents().map {
                    .init(code: $0.id.rawValue, name: "\($0.title ?? "–") · \($0.issuedOn)")
                }
            case Kind.Meeting.type:
                try reader.meetings().map {
                    .init(code: $0.id.rawValue, name: "\($0.title ?? "–") · \($0.heldOn)")
                }
            case Kind.Person.type:
                try reader.people().filter { isOffered($0, for: act) }
                    .map { .init(code: $0.id.rawValue, name: $0.name ?? "–") }
            case Kind.Questionnaire.type:
                try reader.questionnaires().map {
                    .init(code: $0.code, name: $0.name.text(in: languages)?.text ?? $0.code)
                }
            case Kind.Duty.type:
                try reader.duties().map {
                    .init(
                        code: $0.id.rawValue,
                        name: $0.what?.text(in: languages)?.text.shortened(to: 80) ?? "–")
                }
            default: []
            }
        }
    }

    private func codes(_ list: PackList) async throws -> [ActForm.Choice] {
        let languages = languages
        return try await read { reader in
            func choice(_ one: NamedView) -> ActForm.Choice {
                .init(code: one.code, name: one.name.text(in: languages)?.text ?? one.code)
            }
            return switch list {
            case .states: try reader.states(orderedIn: languages[0]).map(choice)
            case .entities: try reader.entities().map(choice)
            case .themes: try reader.themes().map(choice)
            case .regions: try reader.regions().map(choice)
            case .requirements:
                try reader.requirements().map {
                    .init(code: $0.code, name: "\($0.code) · \($0.text.text(in: languages)?.text ?? "")")
                }
            case .questionnaires:
                try reader.questionnaires().map {
                    .init(code: $0.code, name: $0.name.text(in: languages)?.text ?? $0.code)
                }
            case .questions:
                try reader.questionnaires().flatMap { try reader.questions(of: $0.code) }.map {
                    .init(code: $0.code, name: "\($0.code) · \($0.text.text(in: languages)?.text ?? "")")
                }
            case .letters:
                try reader.names(of: "letter").sorted { $0.key < $1.key }
                    .map { .init(code: $0.key, name: $0.value.text(in: languages)?.text ?? $0.key) }
            case .statesAndEntities:
                try reader.states(orderedIn: languages[0]).map(choice) + reader.entities().map(choice)
            }
        }
    }

    private func openDates(of id: DutyID) async throws -> [ActForm.Choice] {
        let words = words
        return try await read { reader in
            (try reader.duty(id)?.occurrences ?? []).filter { $0.fulfilledOn == nil && !$0.due.isEmpty }
                .map { .init(code: $0.due, name: words.due($0.due)) }
        }
    }

    /// The object that a form is about: its title and page.
    func aboutObject(_ form: ActForm) async throws -> (title: String, route: Route)? {
        let languages = languages
        let words = words
        for field in form.act.fields {
            guard case .reference(let type) = field.kind, let id = form.values[field.name], !id.isEmpty else {
                continue
            }
            let route = Route.object(type: type.rawValue, id: id)
            let title = try await read { reader -> String? in
                switch type {
                case Kind.Duty.type: try reader.duty(DutyID(id))?.what?.text(in: languages)?.text
                case Kind.Person.type: try reader.person(PersonID(id))?.name
                case Kind.Paragraph.type:
                    try reader.paragraph(ParagraphID(id)).map { words.paragraph($0.address) }
                case Kind.Grant.type:
                    try reader.grant(GrantID(id)).map { words("capacity.\($0.capacity.rawValue)") }
                case Kind.Request.type, Kind.RequestPoint.type, Kind.Evidence.type:
                    try reader.item(id)?.body?.text(in: languages)?.text
                case Kind.Entry.type: try reader.entry(EntryID(id)).map { words("act.\($0.kind.rawValue)") }
                case Kind.Assessment.type:
                    try reader.assessment(AssessmentID(id)).map { found in
                        words.of(try reader.stateName(found.state, languages), found.title(words))
                    }
                default: try reader.item(id)?.label(languages, words)
                }
            }
            if let title { return (title.shortened(to: 160), route) }
        }
        return nil
    }
}
