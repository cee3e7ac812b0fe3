import HTML
import Mandate
import Registry
import Words

/// A page: what it is called, where it stands, and what it writes. The frame around it is the same for all.
protocol Page: Sendable {
    /// Which part of the site it belongs to.
    var part: SitePart { get }
    func title(_ words: Words) -> String
    /// From the outside in, without the page itself.
    func breadcrumb(_ words: Words) -> [Crumb]
    /// The paragraphs that the page rests on: addresses.
    var paragraphs: [String] { get }
    func main(_ html: inout HTML, _ words: Words)
    /// Clock, people, paragraphs: what stands beside the main column.
    func margin(_ html: inout HTML, _ words: Words)
    var hasMargin: Bool { get }
    /// One small form or message, and nothing beside it.
    var isNarrow: Bool { get }
}

extension Page {
    func breadcrumb(_ words: Words) -> [Crumb] { [] }
    var paragraphs: [String] { [] }
    func margin(_ html: inout HTML, _ words: Words) {}
    var hasMargin: Bool { false }
    var isNarrow: Bool { false }
}

/// One step of the way to a page.
struct Crumb: Sendable {
    let title: String
    let route: Route
}

/// The parts of the site, as the navigation shows them.
enum SitePart: String, Sendable, CaseIterable {
    case desk, mandate, duties, calendar, requirements, states, assessments, record, people
    /// Belongs to none.
    case other
}

extension SiteRequest {
    /// Answers with a page in its frame.
    func page(_ page: some Page, status: Int = 200) -> SiteResponse {
        .html(PageFrame(page: page, request: self).bytes(), status: status)
    }
}
