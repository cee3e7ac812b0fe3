import Exchange
import HTML
import Record
import Registry
import Words

/// GET and POST /assessments/history/{file}: what a workbook would enter, and nothing entered before it is confirmed.
struct HistoryPreviewPage: Page {
    let file: String
    let plan: HistoryWorkbook
    let states: [String: String]
    let csrf: String
    /// Why what was confirmed was not done.
    var refusal: Refusal?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let visit = try HistoryVisit(request)
        do {
            return request.page(try await read(visit))
        } catch let faults as SheetFaults {
            return request.page(HistoryPage(visit, faults: faults.faults), status: 422)
        }
    }

    static func confirm(_ request: SiteRequest) async throws -> SiteResponse {
        let form = try request.form()
        let visit = try HistoryVisit(request)
        try request.checkMark(form["csrf"])
        do {
            let count = try await visit.enter(try request.parameter("file"), digest: form["plan"] ?? "")
            return SiteResponse.redirect(to: .assessments(asTable: false))
                .settingCookie("done", "past~\(count)")
        } catch let faults as SheetFaults {
            return request.page(HistoryPage(visit, faults: faults.faults), status: 422)
        } catch let batch as BatchRefusal {
            return try await again(visit, batch.refusal)
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .incomplete {
            return try await again(visit, refusal)
        }
    }

    /// The preview as it is now, with why nothing was done.
    private static func again(_ visit: HistoryVisit, _ refusal: Refusal) async throws -> SiteResponse {
        var page = try await read(visit)
        page.refusal = refusal
        return visit.request.page(page, status: Problem.status(of: refusal))
    }

    private static func read(_ visit: HistoryVisit) async throws -> Self {
        let file = try visit.request.parameter("file")
        let plan = try await visit.plan(of: file)
        let languages = visit.request.languages
        let codes = Set(plan.entries.compactMap { $0.fields["state"]?.string })
        let states = try await visit.request.read { reader in
            try codes.reduce(into: [:]) { $0[$1] = try reader.stateName($1, languages) }
        }
        return Self(file: file, plan: plan, states: states, csrf: visit.request.mark)
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("past.preview") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("board.title"), route: .assessments(asTable: false)),
            Crumb(title: words("past.title"), route: .history),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if let refusal { html.add(Notice(.refused, words.refusal(refusal.code, refusal.values))) }
        if !plan.faults.isEmpty { SheetFaultList(faults: plan.faults).write(&html, words) }
        if plan.faults.isEmpty {
            html.p(.class("lead"), text: words("past.count", ["count": plan.entries.count]))
        }
        if !plan.entries.isEmpty { table(&html, words) }
        guard plan.faults.isEmpty, !plan.entries.isEmpty else {
            html.p(.class("actions")) {
                $0.a(.class("button"), .href(Route.history), text: words("sheet.another"))
            }
            return
        }
        html.add(
            FormBox(
                action: Route.historyPreview(file: file).path,
                hidden: [(name: "csrf", value: csrf), (name: "plan", value: plan.digest)]
            ) { html in
                html.p(.class("actions")) { html in
                    html.button(.type("submit"), .class("button primary"), text: words("past.confirm"))
                    html.a(.class("button"), .href(Route.history), text: words("sheet.another"))
                }
            })
    }

    private func table(_ html: inout HTML, _ words: Words) {
        let columns = [
            DataTable.Column(words("past.row")), DataTable.Column(words("board.state")),
            DataTable.Column(words("historic.adopted")), DataTable.Column(words("historic.source")),
            DataTable.Column(words("past.positions"), isNumber: true),
        ]
        html.add(
            DataTable(
                caption: words("past.preview"), columns: columns,
                rows: plan.entries.map { entry in
                    let code = entry.fields["state"]?.string ?? ""
                    let positions = entry.fields["positions"]?.string?.split(separator: "\n").count ?? 0
                    return [
                        DataTable.text(words.number(entry.row)), DataTable.text(states[code] ?? code),
                        DataTable.text(words.due(entry.fields["adoptedOn"]?.string ?? "")),
                        DataTable.text(entry.fields["source"]?.string ?? ""),
                        DataTable.text(words.number(positions)),
                    ]
                }, empty: ""))
    }
}
