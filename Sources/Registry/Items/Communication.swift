import Disclosure
import Pack
import Record

/// What acts about letters and notes verbales share: whose they are, where they stand, what they are called.
enum Communication {
    /// Where one stands.
    enum Stage: String {
        case draft
        /// Before whoever signs.
        case awaiting = "awaiting-signature"
        case signed, sent, withdrawn
        /// It came in.
        case received
    }

    /// The rooms in which an office's letters stand before they go out: those of the Committee are the work of its
    /// secretariat and of the Directorate, those of the Directorate are its own.
    static func rooms(of office: String) -> [Room.Kind] {
        office == Pack.Office.Code.committee.rawValue ? [.directorate, .committee] : [.directorate]
    }

    static func readers(of office: String) -> EntryReaders {
        office == Pack.Office.Code.committee.rawValue ? [.directorate, .committee] : [.directorate]
    }

    /// Who signs for an office.
    static func signatory(of office: String) -> Capacity {
        office == Pack.Office.Code.committee.rawValue ? .chair : .head
    }
}

extension Standing {
    /// A letter that goes out, which the performer sees, at one of these stages.
    ///
    /// - Throws: `communication.not-at-stage`, `communication.other-office`.
    func outgoing(_ id: String, at stages: Set<Communication.Stage>) throws -> ItemView {
        let found = try item(.communication, id)
        try requireOffice(found.text("office") ?? "")
        guard let stage = found.value.flatMap(Communication.Stage.init(rawValue:)), stages.contains(stage)
        else { throw Refusal("communication.not-at-stage", .notNow) }
        return found
    }

    /// Experts and heads write for the Directorate and draft for the Committee; the Committee's secretary writes for the
    /// Committee alone.
    func requireOffice(_ office: String) throws {
        guard performer.capacity != .committeeSecretary || office == Pack.Office.Code.committee.rawValue
        else {
            throw Refusal("communication.other-office", .notAllowed)
        }
    }

    /// The assessment that a communication is about: of the same State.
    ///
    /// - Throws: `communication.other-state`.
    func requireAssessment(_ id: AssessmentID?, of state: String) throws -> AssessmentView? {
        guard let id else { return nil }
        let found = try assessment(id)
        guard found.state == state else { throw Refusal("communication.other-state", .incomplete) }
        return found
    }

    /// A communication on which an act about a State rests: sent to it, or received from it.
    ///
    /// - Throws: `communication.other-state`, `communication.not-at-stage`.
    func requireCommunication(_ id: Identifier<Kind.Communication>?, of state: String) throws {
        guard let id else { return }
        let found = try item(.communication, id.rawValue)
        guard found.state == state else { throw Refusal("communication.other-state", .incomplete) }
        guard
            found.value == Communication.Stage.sent.rawValue
                || found.value == Communication.Stage.received.rawValue
        else { throw Refusal("communication.not-at-stage", .notNow) }
    }
}

extension ActDraft {
    /// Fills in the office of the letter that an act names, which says who learns of the act.
    mutating func makeOffice(
        _ field: Field<String>, of communication: Field<Identifier<Kind.Communication>>,
        _ standing: Standing
    ) throws {
        let id = values[communication.description.name]?.string ?? ""
        make(field, .string(try standing.reader.item(.communication, id)?.text("office") ?? ""))
    }
}
