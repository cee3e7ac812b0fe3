import Disclosure
import Pack
import Record

extension Reader {
    /// What in an assessment should be clarified: for the Directorate alone, of what this viewer may see.
    ///
    /// - Parameter items: of the assessment, where they were read already.
    public func pointsToClarify(
        in assessment: AssessmentView, _ items: [ItemView]? = nil
    ) throws -> [PointToClarify] {
        guard viewer.audience == .directorate, let rules = pack?.ratingRules,
            let scale = pack?.scale(of: assessment.questionnaire)
        else { return [] }
        let items = try items ?? self.items(of: assessment.id.rawValue)
        var found = ClarifiedCase(scale: scale)
        found.ratings = RatingRow.rows(items).compactMap { row in
            row.counting.map {
                .init(
                    requirement: row.requirement, confidence: $0.text("confidence"), compared: .init($0))
            }
        }
        let rests = requirementsUnderQuestions(of: assessment)
        found.answers = items.filter { $0.type == .answer }.map {
            .init(
                requirements: rests[$0.question] ?? [], isState: $0.room == Room.Kind.state.rawValue,
                compared: .init($0))
        }
        let findings = items.filter { $0.type == .finding }
        found.found = Set(findings.map(\.requirement))
        found.shortfalls = Set(findings.filter { $0.text("sort") == "shortfall" }.map(\.requirement))
        found.last = try lastValues(before: assessment)
        return found.points(rules)
    }

    /// What each question of the assessment's questionnaire rests on.
    public func requirementsUnderQuestions(of assessment: AssessmentView) -> [String: [String]] {
        let questions = pack?.questionnaires.first { $0.code == assessment.questionnaire }?.questions ?? []
        return Dictionary(questions.map { ($0.code, $0.requirements) }) { first, _ in first }
    }

    /// The last cycle's adopted positions; where nothing was adopted, its ratings.
    private func lastValues(before assessment: AssessmentView) throws -> [String: PointToClarify.Compared] {
        guard
            let last = try self.assessment(of: assessment.state, cycle: assessment.cycle - 1),
            pack?.scale(of: last.questionnaire)?.code == pack?.scale(of: assessment.questionnaire)?.code
        else { return [:] }
        let items = try items(of: last.id.rawValue, [.rating, .position])
        let positions = items.filter { $0.type == .position }
        let counting = positions + RatingRow.rows(items).compactMap(\.counting)
        return Dictionary(counting.map { ($0.requirement, .init($0)) }) { first, _ in first }
    }
}

extension PointToClarify.Compared {
    fileprivate init(_ item: ItemView) {
        self.init(item: item.id, type: item.type, question: item.question, value: item.value)
    }
}

extension Reader {
    /// An assessment as programs see it, with its points to clarify for the Directorate.
    func withPoints(_ json: JSONValue?, _ item: ItemView) throws -> JSONValue? {
        guard viewer.audience == .directorate, let assessment = AssessmentView(item),
            var fields = json?.object
        else { return json }
        let points = try pointsToClarify(in: assessment).map { point in
            JSONValue.object([
                "rule": .string(point.rule.rawValue), "requirement": .string(point.requirement),
                "steps": point.steps.map { .integer(Int64($0)) } ?? .null,
                "items": .array(point.compared.map { .string($0.item) }),
            ])
        }
        fields["pointsToClarify"] = .array(points)
        return .object(fields)
    }
}
