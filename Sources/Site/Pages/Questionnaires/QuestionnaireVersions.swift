import HTML
import Registry
import Words

/// The versions of a questionnaire: what the Committee adopted, and what awaits it.
struct QuestionnaireVersions {
    let questionnaire: QuestionnaireView
    /// Whether whoever looks records what the Committee decides on it.
    let records: Bool

    func write(_ html: inout HTML, _ words: Words) {
        html.section(.class("section"), .id("versions")) { html in
            html.h2(text: words("questionnaire.versions"))
            if questionnaire.edition == nil {
                html.p(.class("standing"), text: words("questionnaire.awaits"))
            }
            html.add(
                DataTable(
                    columns: [
                        .init(words("questionnaire.version-column")), .init(words("questionnaire.status")),
                        .init(words("questionnaire.adopted-on")), .init(words("questionnaire.withdrawn-on")),
                        .init(words("questionnaire.reference")),
                    ], rows: waiting(words) + questionnaire.editions.map { row($0, words) },
                    empty: words("questionnaire.no-versions")))
            let isAlone = questionnaire.editions.count + (questionnaire.edition == nil ? 1 : 0) < 2
            if !isAlone {
                html.p { html in
                    html.a(
                        .href(Route.questionnaireChanges(questionnaire.code, from: nil, to: nil)),
                        text: words("questions.changes"))
                }
            }
            if records { acts(&html, words) }
        }
    }

    private func waiting(_ words: Words) -> [[DataTable.Cell]] {
        guard questionnaire.edition == nil else { return [] }
        return [
            [questionnaire.version, words("questionnaire.awaits-short"), "–", "–", "–"].map(DataTable.text)
        ]
    }

    private func row(_ edition: EditionView, _ words: Words) -> [DataTable.Cell] {
        let status = edition.isInUse ? "questionnaire.in-use" : "questionnaire.out-of-use"
        let references = [edition.reference, edition.withdrawnReference].compactMap { $0 }
        return [
            DataTable.text(edition.version), DataTable.text(words(status)),
            DataTable.text(edition.adoptedOn.map { words.date($0) } ?? "–"),
            DataTable.text(edition.withdrawnOn.map { words.date($0) } ?? "–"),
            DataTable.text(references.isEmpty ? "–" : words.list(references)),
        ]
    }

    private func acts(_ html: inout HTML, _ words: Words) {
        let next = Route.questionnaire(questionnaire.code)
        if questionnaire.edition == nil {
            CaseActs.buttons(
                [AdoptQuestionnaire.kind.rawValue],
                ["questionnaire": questionnaire.code, "edition": questionnaire.version], next: next, &html,
                words)
        }
        for edition in questionnaire.editions where edition.isInUse {
            html.p(.class("actions")) { html in
                html.a(
                    .class("button"),
                    .href(
                        CaseActs.address(
                            WithdrawQuestionnaire.kind.rawValue,
                            ["questionnaire": questionnaire.code, "edition": edition.version], next: next)),
                    text: "\(words("act.withdraw-questionnaire")) · \(edition.version)")
            }
        }
    }
}
