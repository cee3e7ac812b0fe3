import Record
import Registry

/// Everything that is served.
enum Endpoints {
    static let all: [Endpoint] = pages + forms + api + others

    /// The methods that an address takes; none where there is no such address.
    ///
    /// - Parameter path: as it was asked for, percent signs and all.
    static func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let taken = Set(
            all.filter { endpoint in
                let wanted = endpoint.template.split(separator: "/")
                return wanted.count == parts.count
                    && zip(wanted, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            }.map(\.method))
        return (taken.contains(.get) ? ["GET", "HEAD"] : []) + (taken.contains(.post) ? ["POST"] : [])
    }

    private static let pages: [Endpoint] = [
        .page("/") { try await DeskPage.show($0) },
        .page("/mandate") { try await MandatePage.show($0) },
        .page("/mandate/{id}") { try await ResolutionPage.show($0) },
        .page("/mandate/paragraphs/{id}") { try await ParagraphPage.show($0) },
        .page("/duties") { try await DutiesPage.show($0) },
        .page("/duties/{id}") { try await DutyPage.show($0) },
        .page("/documents") { try await DocumentsPage.show($0) },
        .page("/documents/{id}") { try await DocumentPage.document($0) },
        .page("/meetings/{id}") { try await DocumentPage.meeting($0) },
        .page("/requirements") { try await RequirementsPage.show($0) },
        .page("/requirements/{id}") { try await RequirementPage.show($0) },
        .page("/calendar") { try await CalendarPage.show($0) },
        .page("/calendar/list") { try await CalendarListPage.show($0) },
        .page("/states") { try await StatesPage.show($0) },
        .page("/states/{id}") { try await StatePage.show($0) },
        .page("/states/{id}/as") { try await PreviewPage.show($0) },
        .page("/states/{id}/assessments/{cycle}") { try await AssessmentPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/overview") { try await OverviewPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/overview.docx") {
            try await OverviewPage.file(.docx, $0)
        },
        .page("/states/{id}/assessments/{cycle}/overview.pdf") { try await OverviewPage.file(.pdf, $0) },
        .page("/states/{id}/assessments/{cycle}/questions") { try await QuestionsPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/questions.xlsx") { try await SheetPage.download($0) },
        .page("/states/{id}/assessments/{cycle}/questions/spreadsheet") { try await SheetPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/questions/spreadsheet/{file}") {
            try await SheetPreviewPage.show($0)
        },
        .page("/states/{id}/assessments/{cycle}/observations") { try await ObservationsPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/clarify") { try await ClarifyPage.show($0) },
        .page("/states/{id}/assessments/{cycle}/readings") { try await ReadingsPage.show($0) },
        .page("/assessments") { try await BoardPage.show($0) },
        .page("/assessments/history") { try await HistoryPage.show($0) },
        .page("/assessments/history/template.xlsx") { try await HistoryPage.template($0) },
        .page("/assessments/history/{file}") { try await HistoryPreviewPage.show($0) },
        .page("/assessments/workload") { try await WorkloadPage.show($0) },
        .page("/calibrations") { try await CalibrationsPage.show($0) },
        .page("/calibrations/{id}") { try await CalibrationPage.show($0) },
        .page("/calibration-units/{id}") { try await CalibrationPage.unit($0) },
        .page("/calibration-seats/{id}") { try await CalibrationPage.seat($0) },
        .page("/assessments/agreement") { try await AgreementPage.show($0) },
        .page("/assessments/{id}") { try await CaseForwarding.assessment($0) },
        .page("/assessments/{id}/questions/{code}") { try await CaseForwarding.questions($0) },
        .page("/second-readings/{id}") { try await CaseForwarding.parent(.secondReading, $0) },
        .page("/states/{id}/assessments/{cycle}/questions/{code}/{what}") {
            try await CaseForwarding.act($0)
        },
        .page("/remarks/{id}") { try await CaseForwarding.question(.remark, $0) },
        .page("/assignments/{id}") { try await CaseForwarding.question(.assignment, $0) },
        .page("/decisions/{id}") { try await CaseForwarding.parent(.decision, $0) },
        .page("/follow-ups/{id}") { try await CaseForwarding.parent(.followUp, $0) },
        .page("/findings/{id}/versions") { try await VersionsPage.show(.finding, $0) },
        .page("/recommendations/{id}/versions") { try await VersionsPage.show(.recommendation, $0) },
        .page("/overviews/{id}/versions") { try await VersionsPage.show(.overview, $0) },
        .page("/observations/{id}/versions") { try await VersionsPage.show(.observation, $0) },
        .page("/answers/{id}/versions") { try await VersionsPage.show(.answer, $0) },
        .page("/ratings/{id}/versions") { try await VersionsPage.show(.rating, $0) },
        .page("/findings/{id}") { try await ItemPage.show(.finding, $0) },
        .page("/recommendations/{id}") { try await ItemPage.show(.recommendation, $0) },
        .page("/overviews/{id}") { try await ItemPage.show(.overview, $0) },
        .page("/observations/{id}") { try await ItemPage.show(.observation, $0) },
        .page("/answers/{id}") { try await ItemPage.show(.answer, $0) },
        .page("/ratings/{id}") { try await ItemPage.show(.rating, $0) },
        .page("/positions/{id}") { try await ItemPage.show(.position, $0) },
        .page("/measures/{id}") { try await ItemPage.show(.measure, $0) },
        .page("/consultations/{id}") { try await ItemPage.show(.consultation, $0) },
        .page("/questionnaires/{id}") { try await QuestionnairePage.show($0) },
        .page("/questionnaires/{id}/changes") { try await QuestionnaireChangesPage.show($0) },
        .page("/questions/{id}") { try await QuestionPage.show($0) },
        .page("/entities/{id}") { try await EntityPage.show($0) },
        .page("/record") { try await RecordPage.show($0) },
        .page("/record/verify") { try await VerifyPage.show($0) },
        .page("/record/checkpoints") { try await CheckpointsPage.show($0) },
        .page("/record/match") { try await MatchPage.show($0) },
        .page("/record/{id}") { try await EntryPage.show($0) },
        .page("/record/{id}/proof") { try await EntryPage.proof($0) },
        .page("/record/{id}/receipt") { try await EntryPage.receipt($0) },
        .page("/search") { try await SearchPage.show($0) },
        .page("/people") { try await PeoplePage.show($0) },
        .page("/people/{id}") { try await PersonPage.show($0) },
        .page("/account") { try await AccountPage.show($0) },
        .page("/acts/{name}") { try await ActPage.show($0) },
        .page("/sign-in") { try await SignInPage.show($0) },
        .page("/invitations/{token}") { try await InvitationPage.show($0) },
        .page("/circulations") { try await CirculationsPage.show($0) },
        .page("/circulations/{id}") { try await CirculationPage.show($0) },
        .page("/communications") { try await CommunicationsPage.show($0) },
        .page("/communications/{id}") { try await CommunicationPage.show($0) },
        .page("/communications/{id}/letter.docx") { try await CommunicationPage.file(.docx, $0) },
        .page("/communications/{id}/letter.pdf") { try await CommunicationPage.file(.pdf, $0) },
        .page("/requests") { try await RequestsPage.show($0) },
        .page("/requests/{id}") { try await RequestPage.show($0) },
        .page("/request-points/{id}") { try await CaseForwarding.parent(.requestPoint, $0) },
        .page("/request-replies/{id}") { try await CaseForwarding.parent(.requestReply, $0) },
        .page("/request-times/{id}") { try await CaseForwarding.parent(.requestTime, $0) },
        .page("/notices/{id}") { try await NoticePage.show($0) },
        .page("/withholdings") { try await WithholdingsPage.show($0) },
        .page("/withholdings/new") { try await WithholdPage.show($0) },
        .page("/withholdings/{id}") { try await WithholdingPage.show($0) },
        .page("/releases") { try await ReleasesPage.show($0) },
        .page("/releases/{id}") { try await ReleasePage.show($0) },
        .page("/evidence/{id}") { try await ItemPage.show(.evidence, $0) },
        .page("/files/{id}") { try await FileAnswer.download($0) },
        .page("/files/for/{item}") { try await AttachPage.show($0) },
        .page("/help") { try await HelpPage.show($0) },
        .page("/language/{tag}") { try LanguageChoice.choose($0) },
        .page("/feeds/{token}/calendar.ics") { try await FeedAnswer.calendar($0) },
    ]

    private static let forms: [Endpoint] = [
        .form("/mandate/{id}/proposals") { try await ResolutionPage.propose($0) },
        .form("/record/match") { try await MatchPage.match($0) },
        .form("/states/{id}/as") { try await PreviewPage.perform($0) },
        .form("/states/{id}/assessments/{cycle}/questions/spreadsheet") { try await SheetPage.bring($0) },
        .form("/states/{id}/assessments/{cycle}/questions/spreadsheet/{file}") {
            try await SheetPreviewPage.confirm($0)
        },
        .form("/assessments/history") { try await HistoryPage.bring($0) },
        .form("/assessments/history/{file}") { try await HistoryPreviewPage.confirm($0) },
        .form("/states/{id}/assessments/{cycle}/overview") { try await OverviewPage.perform($0) },
        .form("/acts/{name}") { try await ActPage.perform($0) },
        .form("/acts/{name}/preview") { try await ActPage.preview($0) },
        .form("/files/for/{item}", takesPieces: true) { try await AttachPage.attach($0) },
        .form("/drafts/{name}") { try await KeptDraft.keep($0) },
        .form("/sign-in") { try await SignInPage.signIn($0) },
        .form("/sign-out") { try await SignInPage.signOut($0) },
        .form("/invitations/{token}") { try await InvitationPage.accept($0) },
        .form("/account/{what}") { try await AccountPage.change($0) },
        .form("/capacity") { try await AccountPage.switchCapacity($0) },
    ]

    private static let api: [Endpoint] =
        ResourceEndpoints.all + SpreadsheetEndpoints.all + ActEndpoints.all + RecordEndpoints.all
        + FileEndpoints.all

    /// Built once: it says the same for as long as the program runs.
    private static let description = SiteResponse.json(OpenAPI.document(api))

    private static let others: [Endpoint] = [
        Endpoint(method: .get, template: "/health/live", kind: .health) { _ in .text("live\n") },
        Endpoint(method: .get, template: "/health/ready", kind: .health) { request in
            _ = try await request.site.registry.today()
            return .text("ready\n")
        },
        Endpoint(method: .get, template: "/api/openapi.json", kind: .health) { _ in description },
        // Browsers ask for it unbidden; there is none.
        Endpoint(method: .get, template: "/favicon.ico", kind: .asset) { _ in
            SiteResponse(status: 204, type: "image/x-icon", body: [])
        },
        Endpoint(method: .get, template: "/assets/{name}", kind: .asset) { request in
            guard let asset = request.site.assets[try request.parameter("name")] else {
                throw Refusal("object.not-found", .notFound)
            }
            return SiteResponse(
                type: asset.type, body: asset.bytes,
                headers: [("cache-control", "public, max-age=31536000, immutable")])
        },
    ]
}
