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
    let mayReply: Bool
    let isOfState: Bool
    let languages: [String]
    let today: CalendarDate
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let found = try reader.request(id) else { return nil }
            let isOwn = reader.viewer.state == found.item.state
            let mayReply =
                !reader.asOf.isPast && isOwn && found.isOpen && request.may(DraftRequestReply.self)
            let code = found.item.requirement
            return Self(
                request: found, state: try reader.stateName(found.item.state, languages),
                requirement: code.isEmpty ? nil : try reader.requirement(code),
                acts: reader.asOf.isPast ? [] : possible(request, found, isOwn: isOwn), mayReply: mayReply,
                isOfState: isOwn, languages: languages, today: reader.asOf.day,
                history: try reader.history(of: ObjectReference(Kind.Request.type, id), limit: 50))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// What whoever asks may do at its stage.
    private static func possible(_ request: SiteRequest, _ found: RequestView, isOwn: Bool) -> [String] {
        var possible: [any Act.Type] = []
        if found.stage == .draft, request.viewer.capacity == .head { possible.append(SendRequest.self) }
        if found.isOpen {
            if isOwn, found.points.allSatisfy({ $0.reply != nil }) {
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
        [
            Crumb(title: words("requests.title"), route: .requests),
            Crumb(title: state, route: .state(request.item.state)),
        ]
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
        html.add(
            Section(words("request.questions"), id: "questions") { html in
                html.ol(.class("plain request-points")) { html in
                    for (point, reply) in request.points {
                        html.li(.id("point-\(point.question)")) { write(point, reply, &$0, words) }
                    }
                }
            })
        moreTime(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func write(_ point: ItemView, _ reply: ItemView?, _ html: inout HTML, _ words: Words) {
        html.h3 { html in
            html.text("\(point.question). ")
            html.wording(point.body, languages, words)
        }
        if let reply {
            let isSent = reply.reach?.isWithDirectorate == true
            html.p(.class("who-may"), text: words(isSent ? "request.reply-sent" : "request.reply-draft"))
            html.div(.class("running-text")) { $0.wording(reply.body, languages, words) }
        } else {
            html.p(
                .class("empty"), text: words(isOfState ? "request.no-draft" : "request.no-reply"))
        }
        guard mayReply else { return }
        let next = Route.request(request.item.id)
        html.p(.class("actions")) { html in
            html.a(
                .class("button"),
                .href(
                    CaseActs.address(
                        DraftRequestReply.kind.rawValue, ["point": point.id], next: next,
                        anchor: "#point-\(point.question)")),
                text: words("request.reply-to", ["number": point.question]))
        }
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
