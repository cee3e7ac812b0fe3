import Pack
import Storage

extension Reader {
    /// Questionnaires, in the order of the pack.
    public func questionnaires() throws -> [QuestionnaireView] {
        let names = try names(of: "questionnaire")
        let notes = try self.names(of: "questionnaire-note")
        let options = try optionViews()
        var questions: [String: [String]] = [:]
        for row in try select("SELECT code, questionnaire FROM visible_question ORDER BY position") {
            questions[try row.get("questionnaire"), default: []].append(try row.get("code"))
        }
        let editions = try editions()
        return try select("SELECT * FROM visible_questionnaire ORDER BY position").map { row in
            let code: String = try row.get("code")
            return QuestionnaireView(
                code: code, name: names[code] ?? LocalizedWording([:]), version: try row.get("version"),
                scale: try row.get("scale"), note: notes[code], options: options[code] ?? [],
                questions: questions[code] ?? [], editions: editions.filter { $0.questionnaire == code })
        }
    }

    /// Nil where there is no such questionnaire in the version in force.
    public func questionnaire(_ code: String) throws -> QuestionnaireView? {
        try questionnaires().first { $0.code == code }
    }

    /// Questions, in the order in which they are asked.
    ///
    /// - Parameters:
    ///   - questionnaire: its code.
    ///   - theme: only those of one theme.
    /// - Returns: empty if there is no such questionnaire.
    public func questions(of questionnaire: String, theme: String? = nil) throws -> [QuestionView] {
        try questionViews(
            try select(
                """
                SELECT * FROM visible_question
                 WHERE questionnaire = :questionnaire AND (:theme = '' OR theme = :theme)
                 ORDER BY position
                """, ["questionnaire": questionnaire, "theme": theme ?? ""]))
    }

    /// Questions that rest on a requirement, in the order in which they are asked.
    public func questions(restingOn requirement: String) throws -> [QuestionView] {
        try questionViews(
            try select(
                """
                SELECT question.* FROM visible_question_requirement AS rests
                  JOIN visible_question AS question ON question.code = rests.question
                 WHERE rests.requirement = :requirement
                 ORDER BY question.questionnaire, question.position
                """, ["requirement": requirement]))
    }

    /// A question of the version in force; else of the version adopted last that has it.
    public func question(_ code: String) throws -> QuestionView? {
        let held = try questionViews(
            try select("SELECT * FROM visible_question WHERE code = :code", ["code": code])
        ).first
        if let held { return held }
        for edition in try editions() {
            let content = try content(of: edition.questionnaire, edition: edition.version)
            if let found = content?.questions.first(where: { $0.code == code }) { return found }
        }
        return nil
    }

    /// Some questions, in any order.
    func questions(_ codes: [String]) throws -> [QuestionView] {
        try questionViews(try select("SELECT * FROM visible_question WHERE code IN (:list)", list: codes))
    }

    private func questionViews(_ rows: [Row]) throws -> [QuestionView] {
        let codes = try rows.map { try $0.get("code", as: String.self) }
        guard !codes.isEmpty else { return [] }
        let texts = try names(of: "question", codes: codes)
        let help = try names(of: "question-help", codes: codes)
        let units = try names(of: "question-unit", codes: codes)
        let options = try optionViews()
        let choices = try choiceViews(of: codes)
        let bases = try bases(of: codes)
        return try rows.map { row in
            let code: String = try row.get("code")
            let questionnaire: String = try row.get("questionnaire")
            let kind = Pack.Question.Kind(rawValue: try row.get("kind")) ?? .open
            return QuestionView(
                code: code, questionnaire: questionnaire, theme: try row.get("theme"), kind: kind,
                parent: try words(row, "parent").first,
                matters: try words(row, "matters").compactMap { Pack.Question.Matter(rawValue: $0) },
                unit: units[code], condition: try condition(row),
                isForVisited: try row.get("visited", as: Int.self) == 1,
                isSensitive: try row.get("sensitive", as: Int.self) == 1,
                requirements: bases[code]?.requirements ?? [], paragraphs: bases[code]?.paragraphs ?? [],
                options: kind == .closed ? options[questionnaire] ?? [] : choices[code] ?? [],
                text: texts[code] ?? LocalizedWording([:]), help: help[code])
        }
    }

    private func words(_ row: Row, _ column: String) throws -> [String] {
        try row.get(column, as: String.self).split(separator: " ").map(String.init)
    }

    private func condition(_ row: Row) throws -> Pack.Question.Condition? {
        guard let question = try words(row, "condition_question").first else { return nil }
        return Pack.Question.Condition(question: question, options: try words(row, "condition_options"))
    }

    /// Options of their own by question.
    private func choiceViews(of questions: [String]) throws -> [String: [OptionView]] {
        var choices: [String: [OptionView]] = [:]
        let rows = try select(
            "SELECT * FROM visible_question_choice WHERE question IN (:list) ORDER BY question, position",
            list: questions)
        guard !rows.isEmpty else { return choices }
        let names = try names(of: "question-choice")
        for row in rows {
            let (question, code): (String, String) = (try row.get("question"), try row.get("code"))
            choices[question, default: []].append(
                OptionView(
                    code: code, name: names["\(question)/\(code)"] ?? LocalizedWording([:]), isOutside: false)
            )
        }
        return choices
    }

    /// Requirements and paragraphs under each question, each once, in the order of the pack.
    private func bases(of codes: [String]) throws -> [String: (requirements: [String], paragraphs: [String])]
    {
        var bases: [String: (requirements: [String], paragraphs: [String])] = [:]
        for row in try select(
            """
            SELECT rests.question, rests.requirement, cited.paragraph
              FROM visible_question_requirement AS rests
              JOIN visible_requirement_paragraph AS cited ON cited.requirement = rests.requirement
             WHERE rests.question IN (:list)
             ORDER BY rests.question, rests.position, cited.position
            """, list: codes)
        {
            let (requirement, paragraph): (String, String) = (
                try row.get("requirement"), try row.get("paragraph")
            )
            var base = bases[try row.get("question")] ?? ([], [])
            if !base.requirements.contains(requirement) { base.requirements.append(requirement) }
            if !base.paragraphs.contains(paragraph) { base.paragraphs.append(paragraph) }
            bases[try row.get("question")] = base
        }
        return bases
    }

    /// Options by questionnaire.
    private func optionViews() throws -> [String: [OptionView]] {
        let names = try names(of: "questionnaire-option")
        var options: [String: [OptionView]] = [:]
        for row in try select(
            "SELECT * FROM visible_questionnaire_option ORDER BY questionnaire, position")
        {
            let (questionnaire, code): (String, String) = (try row.get("questionnaire"), try row.get("code"))
            options[questionnaire, default: []].append(
                OptionView(
                    code: code, name: names["\(questionnaire)/\(code)"] ?? LocalizedWording([:]),
                    isOutside: try row.get("outside", as: Int.self) == 1))
        }
        return options
    }
}
