import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /requests/{id}: one request for information: its questions, the State's replies, where it stands and by when.
struct RequestPage: Page {
    let request: RequestView
    let state: String
    let requirement: RequirementView?
    let acts: [String]
    let points: RequestPoints
    let languages: [String]
    let today: CalendarDate
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let found = try reader.request(id) else { return nil }
            let isOwn = [reader.viewer.state, reader.viewer.contributesTo].contains(found.item.state)
            let isAsked = !reader.asOf.isPast && isOwn && found.isOpen
            let code = found.item.requirement
            return Self(
                request: found, state: try reader.stateName(found.item.state, languages),
                requirement: code.isEmpty ? nil : try reader.requirement(code),
                acts: reader.asOf.isPast ? [] : possible(request, found, isOwn: isOwn),
                points: RequestPoints(
                    request: found, handed: try handed(reader, found), isOfState: isOwn,
                    isOfficial: reader.viewer.contributesTo != nil,
                    mayReply: isAsked && request.may(DraftRequestReply.self),
                    mayHand: isAsked && request.may(HandRequestPoint.self), languages: languages),
                languages: languages, today: reader.asOf.day,
                history: try reader.history(of: ObjectReference(Kind.Request.type, id), limit: 50))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// Names of the officials who have each question in hand: for those of the State's room.
    private static func handed(_ reader: Reader, _ found: RequestView) throws -> [String: [String]] {
        let handings = try reader.handings(of: found.item.id)
        let names = try reader.peopleNames(handings.map(\.person))
        return Dictionary(grouping: handings, by: \.question).mapValues { rows in
            rows.map { names[$0.person] ?? "–" }.sorted()
        }
    }

    /// What whoever asks may do at its stage.
    private static func possible(_ request: SiteRequest, _ found: RequestView, isOwn: Bool) -> [String] {
        var possible: [any Act.Type] = []
        if found.stage == .draft, request.viewer.capacity == .head { possible.append(SendRequest.self) }
        if found.stage == .draft { possible.append(AmendRequest.self) }
        if found.isOpen {
            if isOwn, found.isReadyToSend {
                possible.append(SendRequestReplies.self)
            }
            if isOwn, found.moreTime == nil { possible.append(AskMoreTime.self) }
            if found.moreTime?.value == "asked" { possible.append(DecideMoreTime.self) }
        }
        if found.isOpen || found.stage == .answered { possible.append(CloseRequest.self) }
        if found.isOpen || found.stage == .draft { possible.append(WithdrawRequest.self) }
        return possible.filter { request.may($0) }.map { $0.kind.rawValue }
    }

    var part: SitePart { .states }
    var paragraphs: [String] { requirement?.paragraphs ?? [] }
    func title(_ words: Words) -> String {
        request.item.body?.text(in: languages)?.text ?? words("type.request").capitalised
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        // The list is none of an official's business.
        let list = points.isOfficial ? [] : [Crumb(title: words("requests.title"), route: .requests)]
        return list + [Crumb(title: state, route: .state(request.item.state))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { html in
            html.span(.class("tag"), text: words.status(of: request.item) ?? "–")
            if let due = request.dueOn {
                html.text(" ")
                html.add(words.deadline(due, today: today, isOpen: request.isOpen))
            }
        }
        if let strip = OpenTo(request.item, state: state, words) { html.add(strip) }
        html.add(DefinitionList(facts(words)))
        if request.stage == .draft, acts.contains(WithdrawRequest.kind.rawValue),
            !acts.contains(SendRequest.kind.rawValue)
        {
            html.p(.class("who-may"), text: words("request.head-sends"))
        }
        CaseActs.buttons(acts, ["request": request.item.id], next: .request(request.item.id), &html, words)
        points.write(&html, words)
        moreTime(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func moreTime(_ html: inout HTML, _ words: Words) {
        guard let asked = request.moreTime else { return }
        html.add(
            Section(words("request.more-time"), id: "more-time") { html in
                html.p(.class("standing")) {
                    $0.span(.class("tag"), text: words.status(of: asked) ?? "–")
                }
                html.div(.class("running-text")) { $0.wording(asked.body, languages, words) }
                if let decided = asked.note {
                    html.p(.class("who-may"), text: words("request.decision-reason"))
                    html.div(.class("running-text")) { $0.wording(decided, languages, words) }
                }
            })
    }

    private func facts(_ words: Words) -> [DefinitionList.Line] {
        var lines: [DefinitionList.Line] = [
            .init(words("communication.state")) { [state, request] in
                $0.a(.href(Route.state(request.item.state)), text: state)
            }
        ]
        let days = [
            ("request.sent-on", request.sentOn), ("request.due-on", request.dueOn),
            ("request.answered-on", request.answeredOn),
        ]
        for (key, day) in days {
            if let day { lines.append(.init(words(key), words.date(day))) }
        }
        if let requirement {
            lines.append(
                .init(words("case.requirement")) { [languages] html in
                    html.a(.href(Route.requirement(requirement.code)), text: requirement.code)
                    html.text(" · ")
                    html.wording(requirement.text, languages, words)
                })
        }
        if let note = request.item.note {
            lines.append(
                .init(words("request.remark")) { [languages] in $0.wording(note, languages, words) })
        }
        return lines
    }
}
