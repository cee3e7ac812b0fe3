import Disclosure
import HTML
import Registry
import Words

/// GET /calibrations: exercises in which several rate the same anonymous texts; for the Directorate.
struct CalibrationsPage: Page {
    let calibrations: [CalibrationView]
    let viewer: String?
    let mayPrepare: Bool
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.audience == .directorate else { throw Refusal("object.not-found", .notFound) }
        let found = try await request.read { try $0.calibrations() }
        return request.page(
            Self(
                calibrations: found, viewer: request.viewer.person,
                mayPrepare: request.may(PrepareCalibration.self), languages: request.languages))
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("calibrations.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("board.title"), route: .assessments(asTable: false))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("calibrations.lead"))
        if mayPrepare {
            CaseActs.buttons(["prepare-calibration"], [:], next: .calibrations, &html, words)
        }
        html.add(
            DataTable(
                columns: [
                    .init(words("calibrations.exercise")), .init(words("calibrations.stage")),
                    .init(words("calibrations.due")), .init(words("calibrations.texts"), isNumber: true),
                    .init(words("calibrations.handed-in")),
                ],
                rows: calibrations.map { one in
                    [
                        DataTable.link(name(one), Route.calibration(one.id).path),
                        DataTable.text(
                            words("calibration.stage.\(one.stage.rawValue)")
                                + (one.rates(viewer) ? " · \(words("calibrations.you-rate"))" : "")),
                        DataTable.text(one.dueOn.map { words.date($0) } ?? "–"),
                        DataTable.text(words.number(one.units.count)),
                        DataTable.text(one.progress(words)),
                    ]
                }, empty: words("calibrations.none")))
    }

    private func name(_ one: CalibrationView) -> String { one.title?.text(in: languages)?.text ?? "–" }
}

extension CalibrationView {
    /// How many raters handed in, of those who are to rate.
    func progress(_ words: Words) -> String {
        let standing = seats.filter { $0.stage != .released }
        guard !standing.isEmpty else { return "–" }
        return words(
            "questions.progress",
            [
                "done": words.number(standing.filter { $0.stage == .handedIn }.count),
                "total": words.number(standing.count),
            ])
    }
}
