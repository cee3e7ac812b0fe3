/// What became of one question from one version of a questionnaire to another.
public struct QuestionChange: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case added, amended, removed }

    public let kind: Kind
    /// As the earlier version asks it; nil: added.
    public let former: QuestionView?
    /// As the later version asks it; nil: removed.
    public let present: QuestionView?

    public var code: String { present?.code ?? former?.code ?? "" }

    /// What changed, in the order of the later version; what was removed stands last.
    static func between(_ former: [QuestionView], _ present: [QuestionView]) -> [QuestionChange] {
        let before = Dictionary(former.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(present.map(\.code))
        let changed = present.compactMap { question -> QuestionChange? in
            guard let earlier = before[question.code] else {
                return QuestionChange(kind: .added, former: nil, present: question)
            }
            return question.asksTheSame(as: earlier)
                ? nil : QuestionChange(kind: .amended, former: earlier, present: question)
        }
        return changed
            + former.filter { !after.contains($0.code) }
            .map { QuestionChange(kind: .removed, former: $0, present: nil) }
    }
}

extension QuestionView {
    /// Whether an answer to the one is an answer to the other: the same words and the same choices. What an answer
    /// should speak of, and what the question rests on, may differ.
    func asksTheSame(as other: QuestionView) -> Bool {
        kind == other.kind && text == other.text && unit == other.unit && options == other.options
    }
}

extension Reader {
    /// What changed between two versions of a questionnaire that the Committee adopted.
    ///
    /// - Parameter later: nil for the version that the pack in force holds.
    public func changes(of questionnaire: String, from former: String, to later: String?) throws
        -> [QuestionChange]
    {
        guard former != later,
            let before = try content(of: questionnaire, edition: former),
            let after = try content(of: questionnaire, edition: later)
        else { return [] }
        return QuestionChange.between(before.questions, after.questions)
    }
}
