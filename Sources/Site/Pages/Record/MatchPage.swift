import Disclosure
import HTML
import Record
import Registry
import Words

/// GET and POST /record/match: holds a receipt that somebody shows against the record. Nothing is kept.
struct MatchPage: Page {
    let typed: String
    let match: ReceiptMatch?
    let problem: Problem?
    let csrf: String

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        return request.page(Self(typed: "", match: nil, problem: nil, csrf: request.mark))
    }

    static func match(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        let form = try request.form()
        try request.checkMark(form["csrf"])
        let typed = form["receipt"] ?? ""
        do {
            let match = try await request.match(receipt: Array(typed.utf8))
            return request.page(Self(typed: "", match: match, problem: nil, csrf: request.mark))
        } catch let refusal as Refusal where refusal.kind == .incomplete {
            let problem = Problem(refusal, request.words)
            return request.page(
                Self(typed: typed, match: nil, problem: problem, csrf: request.mark), status: problem.status)
        }
    }

    var part: SitePart { .record }
    func title(_ words: Words) -> String { words("match.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("record.title"), route: .record(before: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("match.lead"))
        if let match { MatchResult(match: match).write(&html, words) }
        if let problem {
            html.add(
                ErrorSummary(
                    title: words("form.problem"),
                    lines: problem.faults.map { .init(field: $0.field, $0.message) }))
        }
        html.add(
            FormBox(action: Route.recordMatch.path, hidden: [(name: "csrf", value: csrf)]) { html in
                html.add(
                    FormField(
                        "receipt", label: words("match.receipt"), .longText(typed, rows: 10),
                        help: words("match.receipt.help"), error: problem?.faults.first?.message,
                        isRequired: true))
                html.p(.class("actions")) {
                    $0.button(.type("submit"), .class("button primary"), text: words("match.button"))
                }
            })
    }
}

/// What a receipt was found to be worth, in words.
struct MatchResult {
    let match: ReceiptMatch

    func write(_ html: inout HTML, _ words: Words) {
        let verdict = match.check.verdict
        html.add(
            Notice(verdict == .holds ? .done : .refused, words("match.verdict.\(verdict.rawValue)")))
        html.dl(.class("facts")) { html in
            line("match.signature", "match.signature.\(match.check.signature.rawValue)", &html, words)
            line("match.statement", "match.statement.\(match.check.statement.rawValue)", &html, words)
            for part in Envelope.parts {
                let found = match.check.openings[part] ?? .absent
                line("match.opening.\(part)", "match.opened.\(found.rawValue)", &html, words)
            }
            html.div { html in
                html.dt(text: words("match.leaf"))
                html.dd(text: leaf(words))
            }
        }
        guard let entry = match.proof?["entry"]?.string else { return }
        html.p(.class("actions")) { html in
            html.a(.class("button"), .href(Route.entry(entry)), text: words("match.entry"))
            html.a(
                .class("button"), .href(Route.proof(entry)), .download("proof.json"),
                text: words("entry.proof"))
        }
    }

    private func line(_ term: String, _ said: String, _ html: inout HTML, _ words: Words) {
        html.div { html in
            html.dt(text: words(term))
            html.dd(text: words(said))
        }
    }

    private func leaf(_ words: Words) -> String {
        guard case .inLog(let index, let size) = match.check.leaf else {
            return words("match.leaf.\(match.check.leaf.code)")
        }
        return words("match.leaf.in-log", ["index": words.number(index), "size": words.number(size)])
    }
}

extension SiteRequest {
    /// Holds a receipt against the record.
    ///
    /// - Throws: `Refusal` where the text is no receipt.
    func match(receipt text: [UInt8]) async throws -> ReceiptMatch {
        let held: HeldReceipt
        do throws(HeldReceiptFault) {
            held = try HeldReceipt(parsing: text)
        } catch {
            throw Refusal(error)
        }
        return try await site.registry.match(held)
    }
}
