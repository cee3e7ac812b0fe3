import Disclosure
import Mandate
import Record
import Registry

/// The questions of one assessment with the answers of one room: what goes out as a spreadsheet and comes back.
public struct AnswerSheet: Sendable {
    /// A question that is asked, with what stands.
    public struct Row: Sendable {
        public let question: QuestionView
        let theme: LocalizedWording?
        /// False where an earlier answer made it needless: then it does not go out.
        let isAsked: Bool
        /// Nothing where it was not answered.
        public let own: AnswerContent
        /// What the other side answered, as far as it was sent to this one.
        let other: ItemView?
    }

    public let assessment: AssessmentView
    public let side: AnswerSide
    let state: LocalizedWording
    public let questionnaire: QuestionnaireView
    public let rows: [Row]
    let day: CalendarDate

    /// Options that any question can be answered with: not applicable, no information.
    var outside: [OptionView] { questionnaire.options.filter(\.isOutside) }

    /// The value of an answer in words.
    public func words(_ value: String, of question: QuestionView, languages: [String]) -> String {
        AnswerSpelling(question: question, outside: outside, languages: languages).text(of: value)
    }

    /// Languages in which explanations go out: the reader's own, and those in which some stand.
    func explanationLanguages(_ own: String) -> [String] {
        let others = Set(rows.flatMap { Array($0.own.explanations.keys) + Array($0.own.reasons.keys) })
            .subtracting([own])
        return [own] + others.sorted()
    }

    /// What the file says of itself, by key.
    func identity(_ language: String) -> [(key: String, value: String)] {
        [
            ("format", Self.format), ("assessment", assessment.id.rawValue), ("room", side.rawValue),
            ("questionnaire", questionnaire.code), ("version", questionnaire.version),
            ("language", language),
            ("explanations", explanationLanguages(language).joined(separator: " ")),
        ]
    }

    static let format = "stocktake answers 1"
    /// The sheet of the identity, never shown.
    static let identityName = "stocktake"
}

extension AnswerSheet {
    /// - Returns: nil for those who answer nothing here.
    public init?(_ reader: Reader, _ assessment: AssessmentView) throws {
        let items = try reader.items(of: assessment.id.rawValue, [.answer, .step])
        guard let asked = try reader.asked(in: assessment, items),
            let questionnaire = try reader.questionnaire(of: assessment),
            let state = try reader.state(assessment.state)
        else { return nil }
        let side = reader.viewer.audience == .directorate ? AnswerSide.directorate : .state
        let themes = try reader.themes()
        let names = Dictionary(themes.map { ($0.code, $0.name) }) { first, _ in first }
        let order = Dictionary(themes.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let steps = Dictionary(
            items.filter { $0.type == .step }.map { ($0.parent, $0) }, uniquingKeysWith: { _, last in last })
        let rows = asked.enumerated().sorted {
            let (left, right) = (order[$0.element.question.theme], order[$1.element.question.theme])
            return (left ?? .max, $0.offset) < (right ?? .max, $1.offset)
        }.map { _, one in
            let (own, other) = side == .directorate ? (one.expert, one.state) : (one.state, one.expert)
            var content = own.map { AnswerContent($0, side) } ?? AnswerContent()
            content.carried = own.flatMap { steps[$0.id] }.map(Self.carried) ?? [:]
            return Row(
                question: one.question, theme: names[one.question.theme], isAsked: one.isAsked, own: content,
                other: other)
        }
        self.init(
            assessment: assessment, side: side, state: state.name, questionnaire: questionnaire, rows: rows,
            day: reader.asOf.day)
    }

    /// The fields of the act that say what the State does: bringing an answer back must not take it away.
    private static func carried(_ step: ItemView) -> [String: JSONValue] {
        let texts = ["action": step.body?.json, "office": step.note?.json].compactMapValues(\.self)
        return texts.merging(step.detail.filter { ["date", "progress"].contains($0.key) }) { $1 }
    }
}
