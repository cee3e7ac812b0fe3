import Disclosure
import HTML
import Pack
import Registry
import Surveys
import Words

/// GET /assessments/agreement: how far raters agree beyond chance; for the Directorate.
struct AgreementPage: Page {
    let reports: [AgreementReport]
    let names: Names

    /// What codes and raters are called.
    struct Names: Sendable {
        var themes: [String: LocalizedWording] = [:]
        var people: [String: String] = [:]
        var scales: [String: LocalizedText] = [:]
        let languages: [String]
    }

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.audience == .directorate else { throw Refusal("object.not-found", .notFound) }
        let languages = request.languages
        let page = try await request.read { reader -> Self in
            let reports = try reader.agreementOfReaders()
            return Self(reports: reports, names: try Names.read(reader, reports, languages))
        }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("agreement.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("board.title"), route: .assessments(asTable: false))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("agreement.lead"))
        html.p(text: words("agreement.how-to-read"))
        if reports.isEmpty { html.add(EmptyState(words("agreement.none"))) }
        for report in reports {
            AgreementTables(report: report, names: names, mark: reports.count > 1 ? report.scale : nil)
                .write(&html, words)
        }
        AsOfForm().write(&html, words)
    }
}

extension AgreementPage.Names {
    static func read(_ reader: Reader, _ reports: [AgreementReport], _ languages: [String]) throws -> Self {
        Self(
            themes: Dictionary(try reader.themes().map { ($0.code, $0.name) }) { first, _ in first },
            people: try reader.peopleNames(reports.flatMap { $0.raters.map(\.rater) }),
            scales: Dictionary((reader.pack?.scales ?? []).map { ($0.code, $0.name) }) { first, _ in first },
            languages: languages)
    }
}
