import Disclosure
import HTML
import Record
import Registry
import Words

/// GET and POST /files/for/{item}: brings a file and attaches it in one step.
struct AttachPage: Page {
    let item: ItemView
    let evidence: EvidenceList
    let csrf: String
    let languages: [String]
    /// What was typed, where it was refused.
    var typed: [String: String] = [:]
    var problem: Problem?

    /// Bytes of a request: the largest file and what the form says around it.
    static let largestBody = Accounts.largestFile + (1 << 16)

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        request.page(try await read(request))
    }

    static func attach(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        var page = try await read(request)
        guard let pieces = request.pieces else { throw MultipartParser.malformed }
        let upload = try MultipartUpload(
            pieces, type: request.headers["content-type"] ?? "", most: largestBody)
        do {
            let staged = try await stage(upload, by: visitor, request)
            var fields = fields(await upload.fields, request)
            fields["item"] = .string(page.item.id)
            fields["file"] = .string(staged.id)
            let answer = try await request.site.registry.perform(
                ActCall(AttachEvidence.kind, fields, by: visitor.performer(via: .page)))
            let entry = answer["act"]?["id"]?.string ?? ""
            return SiteResponse.redirect(to: page.item.route)
                .settingCookie("done", "\(AttachEvidence.kind.rawValue)~\(entry)")
        } catch let refusal as Refusal where refusal.isOfFile {
            page.typed = await upload.fields
            page.problem = Problem(refusal, request.words)
            return request.page(page, status: page.problem?.status ?? 422)
        }
    }

    /// Keeps the form's file as it comes. What is typed beside it may stand before or behind it, and is read to the end
    /// also where the file is refused; the mark stands before it.
    private static func stage(
        _ upload: MultipartUpload, by visitor: Visitor, _ request: SiteRequest
    ) async throws -> StagedFile {
        var staged: StagedFile?
        var refused: Refusal?
        while let file = try await upload.nextFile() {
            try request.checkMark(await upload.fields["csrf"])
            guard file.field == "file", !file.name.isEmpty, staged == nil, refused == nil else { continue }
            // A browser names a file without its place; one that says it all is taken at its last step.
            let name = file.name.split(separator: "\\").last.map(String.init) ?? file.name
            do {
                staged = try await request.site.accounts.stage(
                    UploadedFile(upload: upload), name: name, by: visitor)
            } catch let refusal as Refusal where refusal.kind != .tooLarge {
                refused = refusal
            }
        }
        try request.checkMark(await upload.fields["csrf"])
        if let refused { throw refused }
        guard let staged else { throw Refusal("file.none-chosen", .incomplete) }
        return staged
    }

    private static func read(_ request: SiteRequest) async throws -> AttachPage {
        let id = try request.parameter("item")
        let languages = request.languages
        let mark = request.mark
        let isAllowed = request.may(AttachEvidence.self)
        let page = try await request.read { reader -> Self? in
            guard isAllowed, let item = try reader.item(id), Evidence.takes(item) else { return nil }
            return Self(
                item: item,
                evidence: try EvidenceList.read(
                    reader, try reader.items(under: id), state: try reader.stateName(item.state, languages),
                    attachTo: nil, languages), csrf: mark, languages: languages)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return page
    }

    private static func fields(_ typed: [String: String], _ request: SiteRequest) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for name in ["title", "source"] {
            let text = typed[name]?.trimmingPrefix { $0.isWhitespace } ?? ""
            if !text.isEmpty { fields[name] = .object([language(request.words): .string(String(text))]) }
        }
        if let day = typed["datedOn"], !day.isEmpty { fields["datedOn"] = .string(day) }
        return fields
    }

    /// That in which whoever writes it reads the page.
    private static func language(_ words: Words) -> String {
        words.language.tag.hasPrefix("zh") ? "zh-Hans" : "en"
    }

    var part: SitePart { .assessments }
    func title(_ words: Words) -> String { words("evidence.add") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: item.label(languages, words), route: item.route)]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("evidence.lead"))
        if let problem {
            html.add(Notice(.refused, problem.title(words), text: said(problem)))
        }
        html.p(text: words(reach))
        if !evidence.items.isEmpty { evidence.table(&html, words) }
        html.add(
            FormBox(
                action: Route.attach(to: item.id).path, hidden: [(name: "csrf", value: csrf)], hasFiles: true
            ) { html in
                form(&html, words)
            })
    }

    /// Who will have it.
    private var reach: String {
        if item.type == .communication { return "evidence.with-letter" }
        return item.room == "directorate" ? "evidence.inside" : "evidence.outside"
    }

    private func said(_ problem: Problem) -> String {
        problem.faults.isEmpty ? problem.detail : problem.faults.map(\.message).joined(separator: " ")
    }

    private func form(_ html: inout HTML, _ words: Words) {
        let accepted = FileFormat.allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ",")
        html.add(
            FormField(
                "file", label: words("evidence.choose"), .file(accept: accepted),
                help: words("evidence.choose.help"), isRequired: true))
        html.add(
            FormField(
                "title", label: words("attach-evidence.title"), .text(typed["title"] ?? ""), isRequired: true)
        )
        html.add(
            FormField(
                "source", label: words("attach-evidence.source"), .text(typed["source"] ?? ""),
                note: words("form.optional"), help: words("evidence.source.help")))
        html.add(
            FormField(
                "datedOn", label: words("attach-evidence.datedOn"), .date(typed["datedOn"] ?? ""),
                note: words("form.optional")))
        html.p(.class("actions")) {
            $0.button(.type("submit"), .class("button primary"), text: words("act.attach-evidence.button"))
        }
    }
}

/// To what evidence is attached, and by whom now, as far as a page knows it.
enum Evidence {
    static func takes(_ item: ItemView) -> Bool {
        switch item.type {
        case .answer, .rating: true
        case .observation: item.value != "none"
        case .communication: item.value == "received"
        case .overview: true
        default: false
        }
    }

    static func mayAttach(_ request: SiteRequest, _ item: ItemView, _ frame: CaseFrame?) -> Bool {
        guard takes(item), request.may(AttachEvidence.self), let capacity = request.visitor?.capacity else {
            return false
        }
        if item.type == .communication {
            return switch capacity {
            case .mission: request.viewer.state == item.state
            case .committeeSecretary: item.text("office") == "committee"
            default: item.text("office") == "directorate" && request.viewer.audience == .directorate
            }
        }
        guard let frame, !frame.isPast, CaseActs.isOwn(request, frame) else { return false }
        if item.type == .overview {
            return frame.assessment.isHistoric && request.viewer.audience == .directorate
        }
        return request.viewer.audience == .directorate
            ? item.room == "directorate" && AssessmentStage.drafting.contains(frame.assessment.stage)
            : item.room == "state" && frame.assessment.stage == .withState
    }

    /// What the act itself would let pass, as far as the page knows it.
    static func mayTakeBack(
        _ request: SiteRequest, _ file: ItemView, from parent: ItemView, _ frame: CaseFrame?
    ) -> Bool {
        guard request.may(TakeBackFile.self), mayAttach(request, parent, frame) else { return false }
        let isOwn = file.author == request.viewer.person
        let capacity = request.visitor?.capacity
        if parent.type == .communication || parent.type == .overview {
            return isOwn || capacity == .head || capacity == .committeeSecretary
        }
        return file.room == "state" && file.reach?.isWithDirectorate != true
            && (isOwn || capacity != .contributor)
    }
}

extension Refusal {
    /// Whether the form says it; the others are the whole request's.
    fileprivate var isOfFile: Bool {
        kind != .notSignedIn && kind != .notFound && code != "request.not-form" && !code.hasPrefix("form.")
    }
}
