import Disclosure
import Documents
import Exchange
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /communications/{id}: one letter or note verbale: as it is sent, or what was recorded of one that came in; where
/// it stands, what may be done, which acts rest on it.
struct CommunicationPage: Page {
    let letter: ItemView
    let state: String
    let assessment: AssessmentView?
    /// What it answers, if that may be seen.
    let answered: ItemView?
    /// As it is sent; nil where it came in.
    let document: Document?
    let files: [DocumentFile]
    let acts: [String]
    let languages: [String]
    let history: [EntryView]
    let evidence: EvidenceList

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let files = request.site.files
        let page = try await request.read { reader -> Self? in
            guard let letter = try reader.item(.communication, id) else { return nil }
            let words = DocumentWords(request.words, languages: languages)
            let state = try reader.stateName(letter.state, languages)
            let mayAttach = !reader.asOf.isPast && Evidence.mayAttach(request, letter, nil)
            return Self(
                letter: letter, state: state,
                assessment: try reader.assessment(AssessmentID(letter.assessment)),
                answered: letter.parent.isEmpty ? nil : try reader.item(.communication, letter.parent),
                document: try LetterDocument.read(reader, id)?.document(words), files: files,
                acts: reader.asOf.isPast ? [] : Self.possible(request, letter), languages: languages,
                history: try reader.history(of: ObjectReference(Kind.Communication.type, id), limit: 50),
                evidence: try EvidenceList.read(
                    reader, try reader.items(under: id, .evidence), state: state,
                    attachTo: mayAttach ? id : nil, languages
                ).takingBack(request, from: letter, nil))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    /// GET /communications/{id}/letter.docx and …/letter.pdf.
    static func file(_ file: DocumentFile, _ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let made = try await request.read { reader -> (name: String, document: Document)? in
            let words = DocumentWords(request.words, languages: request.languages)
            return try LetterDocument.read(reader, id).map { ($0.fileName, $0.document(words)) }
        }
        guard let made else { throw Refusal("object.not-found", .notFound) }
        return try await file.answer(made.document, name: made.name, request.site)
    }

    /// What whoever asks may do at its stage.
    private static func possible(_ request: SiteRequest, _ letter: ItemView) -> [String] {
        let isCommittees = letter.text("office") == "committee"
        let capacity = request.viewer.capacity
        let isSecretary = capacity == .committeeSecretary
        let writes = request.may(AmendCommunication.self) && (!isSecretary || isCommittees)
        let signs = capacity == (isCommittees ? .chair : .head)
        let stage = letter.value ?? ""
        var possible: [ActKind] = []
        if signs, stage == "awaiting-signature" { possible.append(SignCommunication.kind) }
        guard writes else { return possible.map(\.rawValue) }
        switch stage {
        case "draft": possible += [PresentCommunication.kind, AmendCommunication.kind]
        case "awaiting-signature": possible.append(AmendCommunication.kind)
        case "signed": possible.append(SendCommunication.kind)
        default: return possible.map(\.rawValue)
        }
        return (possible + [WithdrawCommunication.kind]).map(\.rawValue)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String {
        let form = words("choice.\(letter.text("form") ?? "letter")").capitalised
        return "\(form) · \(letter.text("reference") ?? words("communication.no-number"))"
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("communications.title"), route: .communications([:])),
            Crumb(title: state, route: .state(letter.state)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { html in
            html.span(.class("tag"), text: words.status(of: letter) ?? "–")
        }
        if let strip = OpenTo(letter, state: state, words) { html.add(strip) }
        html.add(DefinitionList(facts(words)))
        CaseActs.buttons(
            acts, ["communication": letter.id], next: .communication(letter.id), &html, words)
        if let document {
            downloads(&html, words)
            html.div(.class("document letter-sheet")) { html in
                html.p(.class("marking"), text: document.marking.joined(separator: " · "))
                html.p { $0.strong(text: document.title) }
                document.blocks.write(to: &html)
            }
        } else {
            html.add(
                Section(words("communication.summary"), id: "summary") { html in
                    html.div(.class("running-text")) { $0.wording(letter.body, languages, words) }
                })
        }
        evidence.write(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func downloads(_ html: inout HTML, _ words: Words) {
        html.p(.class("actions")) { html in
            for file in files {
                html.a(
                    .class("button"), .href(Route.letterFile(letter.id, file)),
                    text: words("print.download.\(file.rawValue)"))
            }
        }
    }

    private func facts(_ words: Words) -> [DefinitionList.Line] {
        let direction = letter.text("direction") ?? "out"
        var lines: [DefinitionList.Line] = [
            .init(words("communication.direction"), words("communication.direction.\(direction)")),
            .init(words("communication.state")) { [state, letter] in
                $0.a(.href(Route.state(letter.state)), text: state)
            },
            .init(words("communication.office"), words("audience.\(letter.text("office") ?? "directorate")")),
        ]
        for key in ["signedOn", "datedOn"] {
            if let day = letter.text(key) {
                lines.append(.init(words("communication.\(key)"), words.due(day)))
            }
        }
        if let theirs = letter.text("theirReference") {
            lines.append(.init(words("communication.theirReference"), theirs))
        }
        if let language = letter.text("language") {
            lines.append(.init(words("communication.language"), words("language.\(language)")))
        }
        if let note = letter.note {
            lines.append(
                .init(words("communication.signatory")) { [languages] in $0.wording(note, languages, words) })
        }
        if let assessment {
            let route = Route.stateAssessment(assessment.state, cycle: assessment.cycle)
            lines.append(
                .init(words("communication.case")) {
                    $0.a(.href(route), text: assessment.title(words))
                })
        }
        if let answered {
            lines.append(
                .init(words("communication.answers")) {
                    $0.a(.href(Route.communication(answered.id)), text: answered.text("reference") ?? "–")
                })
        }
        return lines
    }
}
