import Disclosure
import Documents
import Exchange
import HTML
import Record
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}/overview: the overview as whoever asks may have it: here, and as a file with
/// the same content. A head may also have it as another audience would.
struct OverviewPage: Page {
    let frame: CaseFrame
    let item: ItemView
    let document: Document
    let files: [DocumentFile]
    /// Marks the head's form; nil for all others.
    let mark: String?

    /// For whom a head may have it made.
    static let audiences = PreviewPage.audiences

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let files = request.site.files
        let mayPreview = request.may(PreviewAudience.self) && request.query["as-of"] == nil
        let mark = mayPreview ? request.mark : nil
        let page = try await request.read { reader -> Self? in
            guard let frame = try CaseFrame.read(reader, request),
                let (overview, document) = try read(reader, request)
            else { return nil }
            return Self(
                frame: frame, item: overview.overview, document: document, files: files, mark: mark)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// GET …/overview.docx and …/overview.pdf.
    static func file(_ file: DocumentFile, _ request: SiteRequest) async throws -> SiteResponse {
        guard let (overview, document) = try await request.read({ try read($0, request) }) else {
            throw Refusal("object.not-found", .notFound)
        }
        return try await file.answer(document, name: overview.fileName, request.site)
    }

    private static func read(
        _ reader: Reader, _ request: SiteRequest, as audience: String? = nil
    ) throws -> (OverviewDocument, Document)? {
        guard let cycle = Int(try request.parameter("cycle")),
            let overview = try OverviewDocument.read(reader, of: try request.parameter("id"), cycle: cycle)
        else { return nil }
        let words = DocumentWords(request.words, languages: request.languages)
        let recipient =
            try audience.map { code in
                code == "state" ? words.line(overview.state.name).text : request.words("audience.\(code)")
            } ?? Recipient.name(of: request, reader)
        return (overview, overview.document(words, recipient: recipient))
    }

    /// POST …/overview: a head has it made for another audience, which the record says.
    static func perform(_ request: SiteRequest) async throws -> SiteResponse {
        let typed = try request.form()
        let visitor = try request.signedIn()
        try request.checkMark(typed["csrf"])
        guard request.may(PreviewAudience.self) else {
            throw Refusal("act.not-allowed", .notAllowed, ["capacities": request.words("capacity.head")])
        }
        let (code, audience) = (try request.parameter("id"), typed["audience"] ?? "")
        guard try await request.read({ try read($0, request) }) != nil else {
            throw Refusal("object.not-found", .notFound)
        }
        _ = try await request.site.registry.perform(
            ActCall(
                PreviewAudience.kind, ["state": .string(code), "audience": .string(audience)],
                by: visitor.performer(via: .page)))
        let preview: Viewer.Preview? =
            audience == "state" ? .state(code) : Audience(code: audience).map { .audience($0) }
        guard let preview else { throw Refusal("object.not-found", .notFound) }
        let made = try await request.site.registry.read(for: Viewer(previewing: preview)) {
            try read($0, request, as: audience)
        }
        guard let (overview, document) = made else { throw Refusal("overview.not-open", .notNow) }
        return try await (DocumentFile(rawValue: typed["file"] ?? "") ?? .docx)
            .answer(document, name: overview.fileName, request.site)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { document.title }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: true) }

    func main(_ html: inout HTML, _ words: Words) {
        html.add(frame.stageLine(words))
        if let strip = OpenTo(item, state: frame.stateName(), words) { html.add(strip) }
        html.p(.class("marking"), text: document.marking.joined(separator: " · "))
        html.p(.class("actions")) { html in
            for file in files {
                html.a(
                    .class("button"), .href(asOf(frame.overview(as: file))),
                    text: words("print.download.\(file.rawValue)"))
            }
            html.a(.href(Route.object(type: item.type.rawValue, id: item.id)), text: words("item.more"))
        }
        html.div(.class("document")) {
            document.blocks.write(
                to: &$0,
                notes: .below(mark: "text", title: words("footnotes.title"), back: words("footnotes.back")))
        }
        others(&html, words)
        AsOfForm().write(&html, words)
    }

    /// The file of the day that is looked at.
    private func asOf(_ route: Route) -> String {
        frame.isPast ? "\(route.path)?as-of=\(frame.today)" : route.path
    }

    /// For a head: the same for another audience.
    private func others(_ html: inout HTML, _ words: Words) {
        guard let mark else { return }
        html.add(
            Section(words("print.for-others"), id: "for-others") { html in
                html.p(.class("note"), text: words("print.for-others-note"))
                html.form(.class("inline-form"), .method("post"), .action(frame.overview)) { html in
                    html.input(.type("hidden"), .name("csrf"), .value(mark))
                    html.label(.for("audience"), text: words("preview-audience.audience"))
                    html.select(.class("input short"), .id("audience"), .name("audience"), .required()) {
                        html in
                        html.option(.value(""), text: words("form.choose"))
                        for code in Self.audiences {
                            html.option(.value(code), text: words("audience.\(code)"))
                        }
                    }
                    for file in files {
                        html.button(
                            .type("submit"), .class("button"), .name("file"), .value(file.rawValue),
                            text: words("print.download.\(file.rawValue)"))
                    }
                }
            })
    }
}
