import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /duties: the register, with how each duty stands; `?status=` and `?resolution=` narrow it.
struct DutiesPage: Page {
    let duties: [DutyView]
    let counts: [(status: DutyStatus, count: Int)]
    let chosen: DutyStatus?
    let languages: [String]
    let today: CalendarDate
    let isInside: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let chosen = request.query["status"].flatMap(DutyStatus.init(rawValue:))
        let (all, today) = try await request.read { (try $0.duties(), $0.asOf.day) }
        let counts = DutyStatus.allCases.map { status in
            (status: status, count: all.count { $0.status == status })
        }
        return request.page(
            Self(
                duties: all.filter { chosen == nil || $0.status == chosen }, counts: counts, chosen: chosen,
                languages: request.languages, today: today, isInside: request.viewer.audience <= .committee))
    }

    var part: SitePart { .duties }
    func title(_ words: Words) -> String { words("duties.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("duties.lead"))
        html.nav(.class("choice"), .ariaLabel(words("duty.status"))) { html in
            html.a(
                .href(Route.duties), .when(chosen == nil, .ariaCurrent("true")),
                text: "\(words("duties.all")) \(counts.reduce(0) { $0 + $1.count })")
            for one in counts where one.count > 0 {
                html.a(
                    .href("/duties?status=\(one.status.rawValue)"),
                    .when(chosen == one.status, .ariaCurrent("true")),
                    text: "\(words("duty-status.\(one.status.rawValue)")) \(one.count)")
            }
        }
        if duties.isEmpty {
            html.p(.class("empty"), text: words(isInside ? "duties.empty" : "duties.not-open"))
        } else {
            DutyTable(duties: duties, languages: languages, today: today).write(&html, words)
        }
    }
}
