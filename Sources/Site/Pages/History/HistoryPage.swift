import Exchange
import HTML
import Registry
import Words

/// GET and POST /assessments/history: past assessments come from a workbook, as by `stocktake import-history`.
struct HistoryPage: Page {
    let csrf: String
    var faults: [SheetFault] = []

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        request.page(Self(try HistoryVisit(request)))
    }

    /// GET /assessments/history/template.xlsx.
    static func template(_ request: SiteRequest) async throws -> SiteResponse {
        _ = try HistoryVisit(request)
        guard let pack = try await request.site.registry.pack() else { throw Refusal("act.no-pack", .notNow) }
        return SiteResponse(
            type: AnswerWorkbook.mediaType, body: try HistoryWorkbook.template(pack),
            headers: [
                ("content-disposition", "attachment; filename=\"past.xlsx\""), ("cache-control", "no-store"),
            ])
    }

    /// A file that can be read waits for whoever sent it, and its preview is shown; another is not kept.
    static func bring(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let visit = try HistoryVisit(request)
        let form: MultipartForm
        do {
            form = try MultipartForm(request.body, type: request.headers["content-type"] ?? "")
        } catch let refusal as Refusal {
            try request.checkMark(try request.form()["csrf"])
            throw refusal
        }
        try request.checkMark(form.fields["csrf"])
        guard let file = form.files["file"], !file.bytes.isEmpty else {
            throw Refusal("sheet.no-file", .incomplete)
        }
        do {
            _ = try await request.read { try HistoryVisit.read(file.bytes, $0) }
        } catch let faults as SheetFaults {
            return request.page(Self(visit, faults: faults.faults), status: 422)
        }
        let staged = try await request.site.accounts.stage(file.bytes, name: file.name, by: visitor)
        return .redirect(to: .historyPreview(file: staged.id))
    }

    init(_ visit: HistoryVisit, faults: [SheetFault] = []) {
        csrf = visit.request.mark
        self.faults = faults
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("past.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("board.title"), route: .assessments(asTable: false))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("past.lead"))
        if !faults.isEmpty { SheetFaultList(faults: faults).write(&html, words) }
        html.section(.class("section")) { html in
            html.h2(text: words("past.take"))
            html.p(text: words("past.take.help"))
            html.p(.class("actions")) {
                $0.a(.class("button"), .href(Route.historyTemplate), text: words("past.take.button"))
            }
        }
        html.section(.class("section")) { html in
            html.h2(text: words("past.bring"))
            WorkbookForm(
                action: Route.history.path, csrf: csrf, label: words("past.file"),
                help: words("past.file.help"), button: words("past.bring.button")
            ).write(&html)
        }
    }
}
