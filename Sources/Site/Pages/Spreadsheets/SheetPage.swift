import Exchange
import HTML
import Registry
import Words

/// GET and POST /states/{code}/assessments/{cycle}/questions/spreadsheet: takes the questions along and brings the
/// answers back.
struct SheetPage: Page {
    let frame: CaseFrame
    let mayAnswer: Bool
    let csrf: String
    var faults: [SheetFault] = []

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        request.page(Self(try await SheetVisit.read(request)))
    }

    /// GET …/questions.xlsx.
    static func download(_ request: SiteRequest) async throws -> SiteResponse {
        let visit = try await SheetVisit.read(request)
        return try .spreadsheet(visit.sheet, request)
    }

    /// A file that can be read waits for whoever sent it, and its preview is shown; another is not kept.
    static func bring(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = try request.signedIn()
        let visit = try await SheetVisit.read(request)
        let form = try MultipartForm(request.body, type: request.headers["content-type"] ?? "")
        try request.checkMark(form.fields["csrf"])
        guard visit.mayAnswer else { throw visit.notNow }
        guard let file = form.files["file"], !file.bytes.isEmpty else {
            throw Refusal("sheet.no-file", .incomplete)
        }
        do {
            _ = try AnswerFile(file.bytes, of: visit.sheet, visit.headings)
        } catch {
            return request.page(Self(visit, faults: error.faults), status: 422)
        }
        let staged = try await request.site.accounts.stage(file.bytes, name: file.name, by: visitor)
        return .redirect(
            to: .answerPreview(
                visit.frame.assessment.state, cycle: visit.frame.assessment.cycle, file: staged.id))
    }

    init(_ visit: SheetVisit, faults: [SheetFault] = []) {
        frame = visit.frame
        mayAnswer = visit.mayAnswer
        csrf = visit.request.mark
        self.faults = faults
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("sheet.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        frame.breadcrumb(words, isInside: true) + [
            Crumb(title: words("questions.title"), route: frame.questions)
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("sheet.lead"))
        if !faults.isEmpty { SheetFaultList(faults: faults).write(&html, words) }
        html.section(.class("section")) { html in
            html.h2(text: words("sheet.take"))
            html.p(text: words("sheet.take.help"))
            html.p(.class("actions")) { html in
                html.a(
                    .class("button"), .href(frame.spreadsheetFile),
                    text: words("sheet.take.button"))
            }
        }
        html.section(.class("section")) { html in
            html.h2(text: words("sheet.bring"))
            if mayAnswer {
                WorkbookForm(
                    action: frame.spreadsheet.path, csrf: csrf, label: words("sheet.bring.file"),
                    help: words("sheet.bring.help"), button: words("sheet.bring.button")
                ).write(&html)
            } else {
                html.p(text: words("sheet.bring.not-now"))
            }
        }
    }
}

/// What is wrong with a file: where, and what to do.
struct SheetFaultList {
    let faults: [SheetFault]

    /// More than anybody mends at once.
    private static let most = 200

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Notice(
                .refused, words("sheet.faults", ["count": faults.count]), text: words("sheet.faults.help")))
        let columns = [DataTable.Column(words("sheet.where")), DataTable.Column(words("sheet.what"))]
        html.add(
            DataTable(
                caption: words("sheet.faults.caption"), columns: columns,
                rows: faults.prefix(Self.most).map { fault in
                    let told = fault.told(words)
                    return [DataTable.text(told.field), DataTable.text(told.message)]
                }, empty: ""))
        if faults.count > Self.most {
            html.p(text: words("sheet.faults.more", ["count": faults.count - Self.most]))
        }
    }
}

extension CaseFrame {
    var spreadsheet: Route { .answerSheet(assessment.state, cycle: assessment.cycle) }
    var spreadsheetFile: Route { .answerSheetFile(assessment.state, cycle: assessment.cycle) }
}

extension SiteResponse {
    /// A file to be kept; nothing between keeps it.
    static func spreadsheet(_ sheet: AnswerSheet, _ request: SiteRequest) throws -> SiteResponse {
        let workbook = AnswerWorkbook(sheet, request.words, languages: request.languages)
        return SiteResponse(
            type: AnswerWorkbook.mediaType, body: try workbook.bytes(),
            headers: [
                ("content-disposition", "attachment; filename=\"\(workbook.fileName)\""),
                ("cache-control", "no-store"),
            ])
    }
}
