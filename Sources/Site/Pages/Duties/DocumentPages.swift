import HTML
import Mandate
import Registry
import Words

/// GET /documents: documents and meetings that fulfil duties.
struct DocumentsPage: Page {
    let documents: [DocumentView]
    let meetings: [MeetingView]
    let mayRecord: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (documents, meetings) = try await request.read { (try $0.documents(), try $0.meetings()) }
        return request.page(
            Self(documents: documents, meetings: meetings, mayRecord: request.may(RecordDocument.self)))
    }

    var part: SitePart { .duties }
    func title(_ words: Words) -> String { words("documents.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { [Crumb(title: words("duties.title"), route: .duties)] }

    func main(_ html: inout HTML, _ words: Words) {
        if mayRecord {
            html.p(.class("actions")) { html in
                for act in ["record-document", "record-meeting"] {
                    html.a(.class("button"), .href(Route.act(act)), text: words("act.\(act)"))
                }
            }
        }
        if documents.isEmpty, meetings.isEmpty { html.p(.class("empty"), text: words("documents.empty")) }
        html.ul(.class("plain")) { html in
            for one in documents {
                html.li(.data("row")) { html in
                    html.date(one.issuedOn, words)
                    html.text(" ")
                    html.a(.href(Route.document(one.id.rawValue)), text: one.title ?? words("object.erased"))
                    if !one.symbol.isEmpty { html.text(" \(one.symbol)") }
                }
            }
        }
        guard !meetings.isEmpty else { return }
        html.h2(text: words("meetings.title"))
        html.ul(.class("plain")) { html in
            for one in meetings {
                html.li(.data("row")) { html in
                    html.date(one.heldOn, words)
                    html.text(" ")
                    html.a(.href(Route.meeting(one.id.rawValue)), text: one.title ?? words("object.erased"))
                }
            }
        }
    }
}

/// GET /documents/{id} and /meetings/{id}.
struct DocumentPage: Page {
    let heading: String?
    let facts: [(key: String, value: String)]
    let date: (key: String, day: CalendarDate)
    let history: [EntryView]

    static func document(_ request: SiteRequest) async throws -> SiteResponse {
        let id = DocumentID(try request.parameter("id"))
        let words = request.words
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.document(id) else { return nil }
            return Self(
                heading: one.title,
                facts: [
                    ("document.kind", words("choice.\(one.kind)")),
                    ("document.symbol", one.symbol.isEmpty ? "–" : one.symbol),
                ], date: ("document.issued", one.issuedOn),
                history: try reader.history(
                    of: ObjectReference(Kind.Document.type, id.rawValue), limit: 20))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    static func meeting(_ request: SiteRequest) async throws -> SiteResponse {
        let id = MeetingID(try request.parameter("id"))
        let words = request.words
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.meeting(id) else { return nil }
            return Self(
                heading: one.title, facts: [("document.kind", words("choice.\(one.kind)"))],
                date: ("meeting.held", one.heldOn),
                history: try reader.history(of: ObjectReference(Kind.Meeting.type, id.rawValue), limit: 20)
            )
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .duties }
    func title(_ words: Words) -> String { heading ?? words("object.erased") }
    func breadcrumb(_ words: Words) -> [Crumb] { [Crumb(title: words("documents.title"), route: .documents)] }

    func main(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            for fact in facts {
                html.div { html in
                    html.dt(text: words(fact.key))
                    html.dd(text: fact.value)
                }
            }
            html.div { html in
                html.dt(text: words(date.key))
                html.dd { $0.date(date.day, words) }
            }
        }
        HistoryList(entries: history).write(&html, words)
    }
}
