extension CrossChecks {
    /// Scales, themes and requirements that questions name are there; no question stands twice; a condition looks
    /// back at a question that can be answered so, and hence never in a circle.
    func questionnaires() {
        let file = "questionnaires.yaml"
        let scales = Set(pack.scales.map(\.code))
        refuse(file, pack.questionnaires.map(\.code))
        refuse(file, pack.questionnaires.flatMap { $0.questions.map(\.code) })
        for questionnaire in pack.questionnaires {
            if !scales.contains(questionnaire.scale) {
                dangling(file, questionnaire.scale, "scale", "scales.yaml")
            }
            references(of: questionnaire, file)
            conditions(of: questionnaire, file)
        }
    }

    private func references(of questionnaire: Pack.Questionnaire, _ file: String) {
        let themes = Set(pack.themes.map(\.code))
        let requirements = Set(pack.requirements.map(\.code))
        for question in questionnaire.questions {
            refuse(file, question.options.map(\.code))
            if question.parent == nil { refuse(file, question.requirements) }
            if !themes.contains(question.theme) { dangling(file, question.theme, "theme", "themes.yaml") }
            for code in question.requirements where !requirements.contains(code) {
                dangling(file, code, "requirement", "requirements.yaml")
            }
        }
    }

    private func conditions(of questionnaire: Pack.Questionnaire, _ file: String) {
        let scale = (pack.scales.first { $0.code == questionnaire.scale }?.options ?? []).map(\.code)
        var before: [String: [String]] = [:]
        for question in questionnaire.questions {
            if let condition = question.condition {
                if let known = before[condition.question] {
                    for code in condition.options where !known.contains(code) {
                        note(
                            .dangling, file, code,
                            "\(condition.question.quoted) cannot be answered with \(code.quoted).",
                            "Use one of: \(known.joined(separator: ", ")).")
                    }
                } else {
                    note(
                        .dangling, file, condition.question,
                        "\(question.code.quoted) depends on \(condition.question.quoted), which does not stand "
                            + "before it in the questionnaire.",
                        "Name an earlier question, so that conditions never run in a circle.")
                }
                if condition.options.isEmpty {
                    note(
                        .gap, file, question.code,
                        "The condition of \(question.code.quoted) names no answer.",
                        "Add `is: […]` with codes of answers.")
                }
            }
            before[question.code] = question.kind == .closed ? scale : question.options.map(\.code)
        }
    }
}
