import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /requests: requests for information outside assessments: all for the Directorate, for a State those to it.
struct RequestsPage: Page {
    let requests: [RequestView]
    let states: [String: LocalizedWording]
    let languages: [String]
    let today: CalendarDate
    let acts: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try request.requireReachSeen()
        let languages = request.languages
        let mayDraft = request.may(DraftRequest.self) && request.query["as-of"] == nil
        let page = try await request.read { reader in
            let found = try reader.requests()
            return Self(
                requests: found, states: try reader.stateNames(found.map(\.item.state)),
                languages: languages, today: reader.asOf.day,
                acts: mayDraft ? [DraftRequest.kind.rawValue] : [])
        }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("requests.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("requests.lead"))
        CaseActs.buttons(acts, [:], next: .requests, &html, words)
        html.add(
            RequestTable(requests: requests, states: states, languages: languages, today: today)
                .table(words, empty: words("requests.empty")))
    }
}
