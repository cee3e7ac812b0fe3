import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}: one case: where it stands, what it found, what may be done next.
struct AssessmentPage: Page {
    let frame: CaseFrame
    let items: [ItemView]
    let lead: String?
    let questionnaire: LocalizedWording
    let readers: [String: String]
    let acts: [String]
    /// Whether answers and observations are this viewer's matter: the Directorate's and the State's.
    let isParty: Bool
    let mayReadLetters: Bool
    let history: [EntryView]
    /// How many points are to be clarified; nil: nobody's matter but the Directorate's.
    let points: Int?
    let values: ThreeValues
    /// When whoever looks was here before.
    var since: Instant?
    var own: PersonID?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let page = try await request.read { reader -> Self? in
            guard let frame = try CaseFrame.read(reader, request) else { return nil }
            let id = frame.assessment.id.rawValue
            let items = try reader.items(of: id)
            let people = items.filter { $0.type == .secondReading }.compactMap { $0.text("person") }
            let names = try reader.peopleNames(people + [frame.assessment.lead])
            return Self(
                frame: frame, items: items, lead: names[frame.assessment.lead],
                questionnaire: try reader.questionnaire(of: frame.assessment)?.name ?? LocalizedWording([:]),
                readers: names,
                acts: CaseActs.possible(request, frame, items),
                isParty: reader.viewer.room == .directorate || reader.viewer.state == frame.assessment.state
                    || reader.viewer.contributesTo == frame.assessment.state,
                mayReadLetters: request.seesReach,
                history: try reader.history(
                    of: ObjectReference(Kind.Assessment.type, id), limit: 50),
                points: reader.viewer.audience == .directorate
                    ? try reader.pointsToClarify(in: frame.assessment, items).count : nil,
                values: ThreeValues(
                    items, rests: reader.requirementsUnderQuestions(of: frame.assessment),
                    scale: frame.scale))
        }
        guard var page else { throw Refusal("object.not-found", .notFound) }
        page.since = try await request.lastLook()
        page.own = request.visitor?.person
        return request.page(page)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words.of(frame.stateName(), frame.title(words)) }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: false) }

    func items(_ type: ItemType) -> [ItemView] { items.filter { $0.type == type } }

    func main(_ html: inout HTML, _ words: Words) {
        if !frame.assessment.isHistoric { html.add(frame.stageLine(words)) }
        HistoryList(entries: history, since: since, own: own).news(&html, words)
        if let strip = OpenTo(frame.assessment.item, state: frame.stateName(), words) { html.add(strip) }
        facts(&html, words)
        actions(&html, words)
        ways(&html, words)
        overview(&html, words)
        findings(&html, words)
        recommendations(&html, words)
        values.write(&html, words)
        if points != nil {
            RatingsSection(items: items, frame: frame).write(&html, words)
            CaseTranslations(items: items, languages: frame.languages).write(&html, words)
        }
        consultations(&html, words)
        HistoryList(entries: history, since: since, own: own).write(&html, words)
    }

    /// What was recorded later says so, with its dates, its source and what was unusual.
    private func historic(_ words: Words) -> [DefinitionList.Line] {
        let one = frame.assessment
        var lines: [DefinitionList.Line] = [.init(words("historic.kind"), words("historic.recorded-later"))]
        if let day = one.startedOn { lines.append(.init(words("historic.started"), words.date(day))) }
        if let day = one.adoptedOn { lines.append(.init(words("historic.adopted"), words.date(day))) }
        if let source = items(.overview).last?.note {
            lines.append(.init(words("historic.source")) { $0.wording(source, frame.languages, words) })
        }
        if !one.warnings.isEmpty {
            lines.append(
                .init(
                    words("historic.warnings"),
                    words.list(one.warnings.map { words("historic.warning.\($0)") })))
        }
        return lines
    }

    private func facts(_ html: inout HTML, _ words: Words) {
        var lines: [DefinitionList.Line] = []
        if frame.assessment.isHistoric { lines += historic(words) }
        if let lead { lines.append(.init(words("case.lead"), lead)) }
        if let due = frame.assessment.stateDueOn, frame.assessment.stage == .withState {
            lines.append(
                .init(words("case.state-due")) { html in
                    html.add(CaseDeadline(due: due, frame: frame).deadline(words))
                })
        }
        lines.append(
            .init(words("case.questionnaire")) {
                $0.add(
                    Link(
                        questionnaire.text(in: frame.languages)?.text ?? frame.assessment.questionnaire,
                        href: Route.questionnaire(frame.assessment.questionnaire).path))
                if let edition = frame.assessment.edition {
                    $0.text(" · " + words("questionnaire.version", ["version": edition]))
                }
            })
        for reading in items(.secondReading) {
            let name = reading.text("person").flatMap { readers[$0] } ?? "–"
            let state = reading.value == "concluded" ? "case.reading-done" : "case.reading-open"
            lines.append(.init(words("case.second-reader"), "\(name), \(words(state))"))
        }
        if let coverage = frame.assessment.item.detail["coverage"]?.object {
            let said = ["human-rights", "gender", "children", "victims"].compactMap { key in
                coverage[key]?.string.map { words.of(words("case.coverage.\(key)"), words("choice.\($0)")) }
            }
            lines.append(.init(words("case.coverage"), said.joined(separator: " · ")))
        }
        if let note = frame.assessment.item.note {
            lines.append(.init(words("case.reason")) { $0.wording(note, frame.languages, words) })
        }
        html.add(DefinitionList(lines))
    }

    private func actions(_ html: inout HTML, _ words: Words) {
        CaseActs.buttons(
            acts, ["assessment": frame.assessment.id.rawValue], next: frame.route, &html, words)
        // Who may go on is told to those who have a part in it.
        guard isParty || mayReadLetters else { return }
        let onlyConflict = acts.allSatisfy { $0 == "declare-conflict" || $0 == "request-consultation" }
        if onlyConflict, !frame.isPast, let who = CaseActs.whoMay(frame.assessment.stage, words) {
            html.p(.class("who-may"), text: who)
        }
    }

    private func overview(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("case.overview"), id: "overview") { html in
                guard let overview = items(.overview).last else {
                    return html.add(EmptyState(words("case.no-overview")))
                }
                html.structured(overview.body, frame.languages, words, level: 2, mark: "overview")
                html.ul(.class("plain case-ways")) { html in
                    html.li { $0.a(.href(frame.overview), text: words("print.whole")) }
                    html.li { $0.add(Link(words("item.more"), href: overview.route.path)) }
                }
            })
    }

    private func findings(_ html: inout HTML, _ words: Words) {
        let findings = items(.finding)
        html.add(
            Section(
                words("case.findings"), id: "findings", aside: Link(words.number(findings.count))
            ) { html in
                html.add(
                    DataTable(
                        columns: [
                            .init(words("case.finding")), .init(words("case.sort")),
                            .init(words("case.requirement")),
                        ],
                        rows: findings.map { finding in
                            [
                                HTML.itemCell(finding, frame.languages, words),
                                HTML.wordCell(
                                    finding.text("sort").map { words.word($0, of: "record-finding.sort") }),
                                DataTable.link(
                                    finding.requirement, Route.requirement(finding.requirement).path),
                            ]
                        }, empty: words("case.no-findings")))
            })
    }

    private func recommendations(_ html: inout HTML, _ words: Words) {
        let recommendations = items(.recommendation)
        html.add(
            Section(
                words("case.recommendations"), id: "recommendations",
                aside: Link(words.number(recommendations.count))
            ) { html in
                html.add(
                    RecommendationTable(
                        recommendations: recommendations, followUps: items(.followUp),
                        languages: frame.languages
                    ).table(words))
            })
    }

    private func consultations(_ html: inout HTML, _ words: Words) {
        let consultations = items(.consultation)
        guard !consultations.isEmpty else { return }
        html.add(
            Section(words("case.consultations"), id: "consultations") { html in
                html.add(
                    DataTable(
                        columns: [.init(words("case.consultation")), .init(words("item.status"))],
                        rows: consultations.map {
                            [
                                HTML.itemCell($0, frame.languages, words),
                                HTML.wordCell(words.status(of: $0)),
                            ]
                        }, empty: ""))
            })
    }
}
