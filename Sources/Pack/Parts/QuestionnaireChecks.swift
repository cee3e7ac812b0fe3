extension CrossChecks {
    /// Scales, themes and requirements that questions name are there; no question stands twice.
    func questionnaires() {
        let file = "questionnaires.yaml"
        let scales = Set(pack.scales.map(\.code))
        let themes = Set(pack.themes.map(\.code))
        let requirements = Set(pack.requirements.map(\.code))
        refuse(file, pack.questionnaires.map(\.code))
        refuse(file, pack.questionnaires.flatMap { $0.questions.map(\.code) })
        for questionnaire in pack.questionnaires {
            if !scales.contains(questionnaire.scale) {
                dangling(file, questionnaire.scale, "scale", "scales.yaml")
            }
            for question in questionnaire.questions {
                refuse(file, question.requirements)
                if !themes.contains(question.theme) {
                    dangling(file, question.theme, "theme", "themes.yaml")
                }
                for code in question.requirements where !requirements.contains(code) {
                    dangling(file, code, "requirement", "requirements.yaml")
                }
            }
        }
    }
}
