import Disclosure
import Mandate
import Pack
import Record
import Registry
import Words

/// What the fields of a form can name, as far as whoever fills it in may see it.
extension SiteRequest {
    /// What a field of that type can name. Items are those of the case at hand: of the assessment, or of the State,
    /// that the form is about.
    private func items(
        _ type: ItemType, for given: [String: String], _ act: any Act.Type
    ) async throws -> [ActForm.Choice] {
        // A draft goes out under a letter of ours, observations come in under one of the State's.
        let direction = [SendDraft.kind: "out", SendObservations.kind: "in"][act.kind]
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
                let text = item.plainWords(languages)?.shortened(to: 100)
                let about = "\(words("type.\(type.rawValue)")) · \(item.requirement)\(item.question)"
                let state = states[item.state] ?? item.state
                return switch type {
                case .assessment:
                    .init(
                        code: item.id,
                        name: words.of(
                            state, words("case.title", ["cycle": item.detail["cycle"]?.int ?? 0])))
                // What has no number was not sent yet: nothing can rest on it.
                case .communication where direction != nil && item.text("direction") != direction: nil
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
                        + ($0.plainWords(languages)?.shortened(to: 100) ?? $0.requirement))
            }
        }
    }

    /// Whom an act can name: of a room alone, where it stays in one.
    private func isOffered(_ person: PersonView, for act: any Act.Type) -> Bool {
        switch act.kind {
        case DiscussQuestion.kind, AssignQuestions.kind, OpenCalibration.kind, ReplaceCalibrationRater.kind,
            AssignSecondReader.kind, ReassignAssessment.kind, RecordAbsence.kind:
            person.isOfRoom(ofState: nil)
        case HandQuestion.kind, HandRequestPoint.kind:
            person.capacities.contains {
                $0.capacity == .contributor && $0.stage == .held && $0.about == viewer.about
            }
        case DiscussOwnQuestion.kind: person.isOfRoom(ofState: viewer.about)
        default: true
        }
    }

    func objects(
        of type: ObjectType, for given: [String: String], _ act: any Act.Type
    ) async throws -> [ActForm.Choice] {
        if let type = ItemType(rawValue: type.rawValue) { return try await items(type, for: given, act) }
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

    func codes(_ list: PackList) async throws -> [ActForm.Choice] {
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

    func openDates(of id: DutyID) async throws -> [ActForm.Choice] {
        let words = words
        return try await read { reader in
            (try reader.duty(id)?.occurrences ?? []).filter { $0.fulfilledOn == nil && !$0.due.isEmpty }
                .map { .init(code: $0.due, name: words.due($0.due)) }
        }
    }
}
