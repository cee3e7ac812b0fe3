import Exchange
import HTML
import Registry
import Words

/// GET and POST …/questions/spreadsheet/{file}: what a file would change, and nothing changed before it is confirmed.
struct SheetPreviewPage: Page {
    let frame: CaseFrame
    let route: Route
    let plan: AnswerImport
    let csrf: String
    /// Conflicts that were chosen.
    var chosen: Set<String> = []
    /// Why what was confirmed was not done.
    var refusal: Refusal?

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (visit, id) = try await visit(request)
        do {
            return request.page(Self(visit, id, try await visit.plan(of: visit.file(id))))
        } catch let faults as SheetFaults {
            return request.page(SheetPage(visit, faults: faults.faults), status: 422)
        }
    }

    static func confirm(_ request: SiteRequest) async throws -> SiteResponse {
        let form = try request.form()
        let (visit, id) = try await visit(request)
        try request.checkMark(form["csrf"])
        let chosen = Set(
            form.keys.filter { $0.hasPrefix("overwrite.") }.map { String($0.dropFirst("overwrite.".count)) })
        do {
            let count = try await visit.carryOut(
                try await visit.file(id), digest: form["plan"] ?? "", overwriting: chosen)
            return SiteResponse.redirect(to: visit.frame.questions)
                .settingCookie("done", "answer-sheet~\(count)")
        } catch let faults as SheetFaults {
            return request.page(SheetPage(visit, faults: faults.faults), status: 422)
        } catch let batch as BatchRefusal {
            return try await again(visit, id, chosen, batch.refusal, at: batch.position)
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .incomplete {
            return try await again(visit, id, chosen, refusal, at: nil)
        }
    }

    /// The preview as it is now, with why nothing was done.
    private static func again(
        _ visit: SheetVisit, _ id: String, _ chosen: Set<String>, _ refusal: Refusal, at position: Int?
    ) async throws -> SiteResponse {
        var plan = try await visit.plan(of: visit.file(id))
        let codes = plan.chosen(chosen).map(\.question.code)
        if let position, codes.indices.contains(position),
            let place = plan.changes.firstIndex(where: { $0.question.code == codes[position] })
        {
            plan = try plan.refused([place: refusal])
        }
        var page = Self(visit, id, plan)
        (page.chosen, page.refusal) = (chosen, refusal)
        return visit.request.page(page, status: Problem.status(of: refusal))
    }

    private static func visit(_ request: SiteRequest) async throws -> (SheetVisit, String) {
        _ = try request.signedIn()
        let visit = try await SheetVisit.read(request)
        guard visit.mayAnswer else { throw visit.notNow }
        return (visit, try request.parameter("file"))
    }

    private init(_ visit: SheetVisit, _ id: String, _ plan: AnswerImport) {
        frame = visit.frame
        let assessment = visit.frame.assessment
        route = .answerPreview(assessment.state, cycle: assessment.cycle, file: id)
        self.plan = plan
        csrf = visit.request.mark
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("sheet.preview") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        frame.breadcrumb(words, isInside: true) + [
            Crumb(title: words("questions.title"), route: frame.questions),
            Crumb(title: words("sheet.title"), route: frame.spreadsheet),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if let refusal { html.add(Notice(.refused, words.refusal(refusal.code, refusal.values))) }
        if !plan.faults.isEmpty { SheetFaultList(faults: plan.faults).write(&html, words) }
        counts(&html, words)
        guard !plan.changes.isEmpty else { return back(&html, words) }
        guard plan.faults.isEmpty else {
            SheetChangeTable(frame: frame, sheet: plan.sheet, changes: plan.changes, chosen: nil)
                .write(words("sheet.changes.caption"), &html, words)
            return back(&html, words)
        }
        // Tables need more width than a form has.
        tables(&html, words)
        html.add(
            FormBox(
                action: route.path,
                hidden: [(name: "csrf", value: csrf), (name: "plan", value: plan.digest)],
                attributes: [.id(SheetChangeTable.form)]
            ) { html in
                html.p(.class("actions")) { html in
                    html.button(
                        .type("submit"), .class("button primary"), text: words("sheet.confirm.button"))
                    html.a(.class("button"), .href(frame.spreadsheet), text: words("sheet.another"))
                }
            })
    }

    private func tables(_ html: inout HTML, _ words: Words) {
        let plain = plan.changes.filter { !$0.isConflict }
        let conflicts = plan.changes.filter(\.isConflict)
        if !plain.isEmpty {
            SheetChangeTable(frame: frame, sheet: plan.sheet, changes: plain, chosen: nil)
                .write(words("sheet.changes.caption"), &html, words)
        }
        guard !conflicts.isEmpty else { return }
        html.add(Notice(.late, words("sheet.conflicts"), text: words("sheet.conflicts.help")))
        SheetChangeTable(frame: frame, sheet: plan.sheet, changes: conflicts, chosen: chosen)
            .write(words("sheet.conflicts.caption"), &html, words)
    }

    private func counts(_ html: inout HTML, _ words: Words) {
        if plan.faults.isEmpty {
            html.p(.class("lead"), text: words(plan.changes.isEmpty ? "sheet.nothing" : "sheet.not-yet"))
        }
        let conflicts = plan.changes.filter(\.isConflict).count
        let plain = plan.changes.count - conflicts
        if plain > 0 { html.p(text: words("sheet.count.changes", ["count": plain])) }
        if conflicts > 0 { html.p(text: words("sheet.count.conflicts", ["count": conflicts])) }
        if plan.unchanged > 0 { html.p(text: words("sheet.count.unchanged", ["count": plan.unchanged])) }
        if !plan.newer.isEmpty {
            html.p(text: words("sheet.count.newer", ["codes": words.list(plan.newer)]))
        }
    }

    private func back(_ html: inout HTML, _ words: Words) {
        html.p(.class("actions")) {
            $0.a(.class("button"), .href(frame.spreadsheet), text: words("sheet.another"))
        }
    }
}
