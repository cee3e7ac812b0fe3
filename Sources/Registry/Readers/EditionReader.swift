import Mandate
import Storage

extension Reader {
    /// Versions of a questionnaire that the Committee adopted, the one adopted last first.
    public func editions(of questionnaire: String) throws -> [EditionView] {
        try editions().filter { $0.questionnaire == questionnaire }
    }

    /// Versions of every questionnaire that the Committee adopted, the one adopted last first.
    public func editions() throws -> [EditionView] {
        try select("SELECT * FROM visible_questionnaire_edition ORDER BY since_entry DESC").map { row in
            EditionView(
                questionnaire: try row.get("code"), version: try row.get("version"),
                adoptedOn: CalendarDate(try row.get("adopted_on", as: String.self)),
                reference: try row.optional("reference"),
                withdrawnOn: try row.optional("withdrawn_on", as: String.self).flatMap { CalendarDate($0) },
                withdrawnReference: try row.optional("withdrawn_reference"),
                pack: try row.get("pack_hash"))
        }
    }

    /// The version in use, where it was adopted after the one on which an assessment is done.
    public func laterEdition(than assessment: AssessmentView) throws -> EditionView? {
        guard let inUse = try editionInUse(of: assessment.questionnaire), inUse.version != assessment.edition
        else { return nil }
        // What is in use was adopted last; an own version that stands before it was adopted later.
        let order = try editions(of: assessment.questionnaire).map(\.version)
        guard let own = order.firstIndex(where: { $0 == assessment.edition }) else { return inUse }
        return (order.firstIndex(of: inUse.version) ?? own) < own ? inUse : nil
    }

    /// Hash of the pack in force.
    func packInForce() throws -> String? {
        try select("SELECT pack_hash FROM visible_pack").first?.get("pack_hash")
    }

    /// The version on which assessments are opened: the one in use that was adopted last.
    public func editionInUse(of questionnaire: String) throws -> EditionView? {
        try editions(of: questionnaire).first(where: \.isInUse)
    }
}
