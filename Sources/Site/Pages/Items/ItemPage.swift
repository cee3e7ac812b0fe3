import Disclosure
import HTML
import Registry
import Words

/// GET /findings/{id} and the like: one item: its words, its facts, what it rests on and what rests on it.
struct ItemPage: Page {
    let item: ItemView
    let frame: CaseFrame?
    /// The question that it answers.
    let question: QuestionView?
    let paragraphsUp: [String]
    let related: ItemRelated
    /// How many of its versions whoever looks may see.
    let versions: Int
    let evidence: EvidenceList
    let acts: [(act: String, fields: [String: String])]
    let history: [EntryView]
    let languages: [String]
    let state: NamedView?

    static func show(_ type: ItemType, _ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let item = try reader.item(type, id) else { return nil }
            let assessment = try reader.assessment(AssessmentID(item.assessment))
            let frame = try assessment.flatMap { try CaseFrame.read(reader, $0, languages) }
            let related = try ItemRelated.read(reader, item)
            let requirement = item.requirement.isEmpty ? nil : try reader.requirement(item.requirement)
            let question = item.question.isEmpty ? nil : try question(of: item, reader)
            let name = try reader.stateName(item.state, languages)
            return Self(
                item: item, frame: frame, question: question,
                paragraphsUp: requirement?.paragraphs ?? question?.paragraphs ?? frame?.paragraphs ?? [],
                related: related,
                versions: VersionsPage.types.contains(type) ? try reader.versions(of: id).count : 0,
                evidence: try EvidenceList.read(
                    reader, related.under, state: name,
                    attachTo: Evidence.mayAttach(request, item, frame) ? id : nil, languages
                ).takingBack(request, from: item, frame),
                acts: frame.map { ItemActs.possible(request, item, $0, related) } ?? [],
                history: try reader.history(of: ObjectReference(type.objectType, id), limit: 50),
                languages: languages, state: try reader.state(item.state))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// The question that an item is about, as its own case was asked.
    static func question(of item: ItemView, _ reader: Reader) throws -> QuestionView? {
        guard let assessment = try reader.assessment(AssessmentID(item.assessment)) else {
            return try reader.question(item.question)
        }
        return try reader.questions(of: assessment).first { $0.code == item.question }
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { paragraphsUp }
    func title(_ words: Words) -> String {
        let kind = words("type.\(item.type.rawValue)").capitalised
        let about = item.requirement.isEmpty ? item.question : item.requirement
        return about.isEmpty ? kind : "\(kind) · \(about)"
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        if let frame { return frame.breadcrumb(words, isInside: true) }
        guard let state else { return [] }
        return [
            Crumb(title: words("states.title"), route: .states(region: nil)),
            Crumb(title: state.name.text(in: languages)?.text ?? state.code, route: .state(state.code)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        let name = state?.name.text(in: languages)?.text ?? item.state
        if let strip = OpenTo(item, state: name, words) { html.add(strip) }
        if let body = item.body {
            if ItemType.structured.contains(item.type) {
                html.structured(body, languages, words, level: 2, mark: "text")
            } else {
                html.div(.class("running-text")) { $0.wording(body, languages, words) }
            }
        }
        html.add(DefinitionList(facts(words)))
        evidence.write(&html, words)
        buttons(&html, words)
        related.write(
            &html, item, mayVerify: acts.contains { $0.act == SetFollowUpStatus.kind.rawValue }, frame,
            languages, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func buttons(_ html: inout HTML, _ words: Words) {
        guard !acts.isEmpty else { return }
        html.p(.class("actions")) { html in
            for (act, fields) in acts {
                html.a(
                    .class("button"), .href(CaseActs.address(act, fields, next: item.route)),
                    text: words("act.\(act)"))
            }
        }
    }

    /// Codes in an item's details, and the groups of words that say them.
    private static let codes = [
        ("sort", "record-finding.sort"), ("reader", "item.reader"), ("position", "draft-answer.position"),
        ("source", "record-answer.source"), ("confidence", "record-answer.confidence"),
        ("assistance", "propose-recommendation.assistance"), ("progress", "draft-answer.progress"),
    ]

    private func facts(_ words: Words) -> [DefinitionList.Line] {
        var lines: [DefinitionList.Line] = []
        if !item.requirement.isEmpty {
            lines.append(
                .init(words("case.requirement")) {
                    $0.add(Link(item.requirement, href: Route.requirement(item.requirement).path))
                })
        }
        if !item.question.isEmpty {
            lines.append(
                .init(words("question.one")) {
                    $0.add(Link(item.question, href: Route.question(item.question).path))
                    guard let text = question?.text else { return }
                    $0.text(" ")
                    $0.wording(text, languages, words)
                })
        }
        if item.type == .evidence {
            lines.append(.init(words("evidence.file")) { [item] in FileLine(item: item).write(&$0, words) })
        } else if let value = item.value {
            lines.append(valueLine(value, words))
        }
        lines += wordings(words)
        for (key, group) in Self.codes {
            if let code = item.text(key) {
                lines.append(.init(words("item.\(key)"), words.word(code, of: group)))
            }
        }
        for key in ["takenOn", "heldOn", "datedOn"] {
            if let day = item.text(key) { lines.append(.init(words("item.\(key)"), words.due(day))) }
        }
        if let note = item.note {
            lines.append(
                .init(words.first(of: "item.note.\(item.type.rawValue)", "item.note")) {
                    $0.wording(note, languages, words)
                })
        }
        return lines
    }

    /// In which languages its words are there, and that there were others before.
    private func wordings(_ words: Words) -> [DefinitionList.Line] {
        var lines: [DefinitionList.Line] = []
        if let translations = item.translations {
            let line = TranslationLine(texts: item.body?.texts ?? [:], translations: translations)
            lines.append(.init(words("translation.label")) { line.write(&$0, words) })
        }
        guard versions > 1 else { return lines }
        let address = Route.versions(type: item.type.rawValue, id: item.id, from: nil, to: nil)
        let said = words("versions.compare", ["count": versions])
        return lines + [.init(words("versions.label")) { $0.a(.href(address), text: said) }]
    }

    private func valueLine(_ value: String, _ words: Words) -> DefinitionList.Line {
        switch item.type {
        case .answer:
            return .init(words("item.answer")) { html in
                let scale = frame?.scale ?? ScaleWords(options: [], languages: languages)
                AnswerWords(question: question, scale: scale).write(value, &html, words)
            }
        case .rating, .position:
            return .init(words("item.value")) { html in
                (frame?.scale ?? ScaleWords(options: [], languages: languages)).write(value, &html)
            }
        case .recommendation: return .init(words("case.priority"), words.status(of: item) ?? value)
        default: return .init(words("item.status"), words.status(of: item) ?? value)
        }
    }
}

extension String {
    /// With a capital to begin with.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
