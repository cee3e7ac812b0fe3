import HTML
import Registry

/// Every page's address: links are made from here, never from strings in pages.
enum Route: Hashable, Sendable, LinkTarget {
    case desk
    case signIn, signOut, forgotten
    case mandate
    case resolution(String)
    case paragraph(String)
    case enterResolution
    case duties, duty(String)
    case requirements(theme: String?), requirement(String)
    case calendar(month: String?), calendarList
    case states(region: String?), state(String), preview(String)
    case assessments(asTable: Bool), assessment(String), questionOf(assessment: String, String),
        assessmentsOf(lead: String), workload
    case history, historyTemplate, historyPreview(file: String)
    case myQuestions(String, cycle: Int), questionAct(String, cycle: Int, String, String)
    case stateAssessment(String, cycle: Int), questions(String, cycle: Int), observations(String, cycle: Int)
    case clarify(String, cycle: Int), readings(String, cycle: Int), agreement
    case calibrations, calibration(String)
    case answerSheet(String, cycle: Int), answerSheetFile(String, cycle: Int)
    case answerPreview(String, cycle: Int, file: String)
    case overview(String, cycle: Int), overviewFile(String, cycle: Int, DocumentFile)
    case questionnaire(String), questionnaireChanges(String, from: String?, to: String?), question(String)
    case entity(String)
    case document(String), meeting(String), documents
    case record(before: String?), recordOf([String: String])
    case entry(String), receipt(String), proof(String)
    case recordVerify, recordMatch, checkpoints
    case search(String)
    case people, person(String), account
    case act(String)
    case invitation(String)
    case object(type: String, id: String), versions(type: String, id: String, from: Int?, to: Int?)
    case language(String)
    case circulations, circulation(String)
    case communications([String: String]), communication(String), letterFile(String, DocumentFile)
    case requests, request(String)
    case notice(String)
    case withholdings, withholding(String), withhold(item: String)
    case releases, release(String)
    case file(String), attach(to: String)
    case help
    case about

    var address: String { path }

    var path: String {
        switch self {
        case .desk: "/"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .forgotten: "/sign-in/help"
        case .mandate: "/mandate"
        case .resolution(let id): "/mandate/\(id)"
        case .paragraph(let id): "/mandate/paragraphs/\(id)"
        case .enterResolution: "/mandate/enter"
        case .duties: "/duties"
        case .duty(let id): "/duties/\(id)"
        case .requirements(let theme): "/requirements" + Self.query("theme", theme)
        case .requirement(let code): "/requirements/\(code)"
        case .calendar(let month): "/calendar" + Self.query("month", month)
        case .calendarList: "/calendar/list"
        case .states(let region): "/states" + Self.query("region", region)
        case .state(let code): "/states/\(code)"
        case .preview(let code): "/states/\(code)/as"
        case .assessments(let asTable): "/assessments" + (asTable ? "?view=table" : "")
        case .assessment(let id): "/assessments/\(id)"
        case .questionOf(let assessment, let code): "/assessments/\(assessment)/questions/\(code)"
        case .assessmentsOf(let lead): "/assessments?lead=\(lead)"
        case .workload: "/assessments/workload"
        case .history: "/assessments/history"
        case .historyTemplate: "/assessments/history/template.xlsx"
        case .historyPreview(let file): "/assessments/history/\(file)"
        case .stateAssessment(let state, let cycle): "/states/\(state)/assessments/\(cycle)"
        case .myQuestions(let state, let cycle): "/states/\(state)/assessments/\(cycle)/questions?mine=yes"
        case .questionAct(let state, let cycle, let code, let what):
            "/states/\(state)/assessments/\(cycle)/questions/\(code)/\(what)"
        case .questions(let state, let cycle): "/states/\(state)/assessments/\(cycle)/questions"
        case .observations(let state, let cycle): "/states/\(state)/assessments/\(cycle)/observations"
        case .clarify(let state, let cycle): "/states/\(state)/assessments/\(cycle)/clarify"
        case .readings(let state, let cycle): "/states/\(state)/assessments/\(cycle)/readings"
        case .agreement: "/assessments/agreement"
        case .calibrations: "/calibrations"
        case .calibration(let id): "/calibrations/\(id)"
        case .answerSheet(let state, let cycle): "/states/\(state)/assessments/\(cycle)/questions/spreadsheet"
        case .answerSheetFile(let state, let cycle): "/states/\(state)/assessments/\(cycle)/questions.xlsx"
        case .answerPreview(let state, let cycle, let file):
            "/states/\(state)/assessments/\(cycle)/questions/spreadsheet/\(file)"
        case .overview(let state, let cycle): "/states/\(state)/assessments/\(cycle)/overview"
        case .overviewFile(let state, let cycle, let file):
            "/states/\(state)/assessments/\(cycle)/overview.\(file.rawValue)"
        case .questionnaire(let code): "/questionnaires/\(code)"
        case .questionnaireChanges(let code, let from, let to):
            "/questionnaires/\(code)/changes" + Self.query(["from": from ?? "", "to": to ?? ""])
        case .question(let code): "/questions/\(code)"
        case .entity(let code): "/entities/\(code)"
        case .document(let id): "/documents/\(id)"
        case .meeting(let id): "/meetings/\(id)"
        case .documents: "/documents"
        case .record(let before): "/record" + Self.query("before", before)
        case .recordOf(let filter): "/record" + Self.query(filter)
        case .entry(let id): "/record/\(id)"
        case .receipt(let id): "/record/\(id)/receipt"
        case .proof(let id): "/record/\(id)/proof"
        case .recordVerify: "/record/verify"
        case .recordMatch: "/record/match"
        case .checkpoints: "/record/checkpoints"
        case .search(let words): "/search" + Self.query("q", words)
        case .people: "/people"
        case .person(let id): "/people/\(id)"
        case .account: "/account"
        case .act(let name): "/acts/\(name)"
        case .invitation(let token): "/invitations/\(token)"
        case .object(let type, let id): Self.page(of: type, id)
        case .versions(let type, let id, let from, let to):
            "\(Self.page(of: type, id))/versions"
                + Self.query(["from": from.map { "\($0)" } ?? "", "to": to.map { "\($0)" } ?? ""])
        case .language(let tag): "/language/\(tag)"
        case .circulations: "/circulations"
        case .circulation(let id): "/circulations/\(id)"
        case .communications(let filter): "/communications" + Self.query(filter)
        case .communication(let id): "/communications/\(id)"
        case .letterFile(let id, let file): "/communications/\(id)/letter.\(file.rawValue)"
        case .requests: "/requests"
        case .request(let id): "/requests/\(id)"
        case .notice(let id): "/notices/\(id)"
        case .withholdings: "/withholdings"
        case .withholding(let id): "/withholdings/\(id)"
        case .withhold(let item): "/withholdings/new" + Self.query("item", item)
        case .releases: "/releases"
        case .release(let id): "/releases/\(id)"
        case .file(let evidence): "/files/\(evidence)"
        case .attach(let item): "/files/for/\(item)"
        case .help: "/help"
        case .about: "/about"
        }
    }

    private static func query(_ name: String, _ value: String?) -> String {
        guard let value, !value.isEmpty else { return "" }
        return "?\(name)=\(FormEncoding.encode(value))"
    }

    /// Empty values are left out.
    private static func query(_ values: [String: String]) -> String {
        let pairs = values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(FormEncoding.encode($0.value))" }
        return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
    }

    /// The page of an object, by its type; the record's page where it has none of its own.
    private static func page(of type: String, _ id: String) -> String {
        switch type {
        case "resolution": "/mandate/\(id)"
        case "paragraph": "/mandate/paragraphs/\(id)"
        case "duty": "/duties/\(id)"
        case "document": "/documents/\(id)"
        case "meeting": "/meetings/\(id)"
        case "person": "/people/\(id)"
        case "entry": "/record/\(id)"
        case "state": "/states/\(id)"
        case "requirement": "/requirements/\(id)"
        case "theme": "/requirements?theme=\(id)"
        case "entity": "/entities/\(id)"
        case "assessment", "finding", "recommendation", "overview", "observation", "answer", "rating",
            "position",
            "measure", "consultation", "decision", "follow-up", "second-reading", "remark", "assignment",
            "question", "questionnaire", "request", "request-point", "request-time":
            "/\(type)s/\(id)"
        case "request-reply": "/request-replies/\(id)"
        case "calibration", "calibration-unit", "calibration-seat": "/\(type)s/\(id)"
        case "calibration-rating": "/calibrations"
        case "communication": "/communications/\(id)"
        case "evidence": "/evidence/\(id)"
        case "absence", "nationality": "/assessments/workload"
        case "circulation": "/circulations/\(id)"
        case "notice": "/notices/\(id)"
        case "withholding": "/withholdings/\(id)"
        case "release": "/releases/\(id)"
        default: "/record"
        }
    }
}
