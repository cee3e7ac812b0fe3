import Pack

extension PackRows {
    /// Questionnaires with their options, questions, and the requirements that these rest on.
    func questionnaires() throws {
        for (position, questionnaire) in pack.questionnaires.enumerated() {
            try tables.execute(
                """
                INSERT INTO questionnaire (pack_entry, code, version, scale, position)
                VALUES (:entry, :code, :version, :scale, :position)
                """,
                [
                    "entry": entry, "code": questionnaire.code, "version": questionnaire.version,
                    "scale": questionnaire.scale, "position": position,
                ])
            try names("questionnaire", questionnaire.code, questionnaire.name)
            if let note = questionnaire.note { try names("questionnaire-note", questionnaire.code, note) }
            try options(of: questionnaire)
            for (position, question) in questionnaire.questions.enumerated() {
                try self.question(question, in: questionnaire.code, position: position)
            }
        }
    }

    /// Names of options stand under the code of their questionnaire, a stroke and their own.
    private func options(of questionnaire: Pack.Questionnaire) throws {
        let scale = pack.scales.first { $0.code == questionnaire.scale }
        for (position, option) in (scale?.options ?? []).enumerated() {
            try tables.execute(
                """
                INSERT INTO questionnaire_option (pack_entry, questionnaire, code, position, outside)
                VALUES (:entry, :questionnaire, :code, :position, :outside)
                """,
                [
                    "entry": entry, "questionnaire": questionnaire.code, "code": option.code,
                    "position": position, "outside": option.isOutside ? 1 : 0,
                ])
            try names("questionnaire-option", "\(questionnaire.code)/\(option.code)", option.name)
        }
    }

    private func question(_ question: Pack.Question, in questionnaire: String, position: Int) throws {
        try tables.execute(
            """
            INSERT INTO question
                (pack_entry, code, questionnaire, theme, position, kind, sensitive, parent, visited, matters,
                 condition_question, condition_options)
            VALUES (:entry, :code, :questionnaire, :theme, :position, :kind, :sensitive, :parent, :visited, :matters,
                    :condition_question, :condition_options)
            """,
            [
                "entry": entry, "code": question.code, "questionnaire": questionnaire,
                "theme": question.theme, "position": position, "kind": question.kind.rawValue,
                "sensitive": question.isSensitive ? 1 : 0, "parent": question.parent ?? "",
                "visited": question.isForVisited ? 1 : 0,
                "matters": question.matters.map(\.rawValue).joined(separator: " "),
                "condition_question": question.condition?.question ?? "",
                "condition_options": question.condition?.options.joined(separator: " ") ?? "",
            ])
        for (position, requirement) in question.requirements.enumerated() {
            try tables.execute(
                """
                INSERT INTO question_requirement (pack_entry, question, requirement, position)
                VALUES (:entry, :question, :requirement, :position)
                """,
                [
                    "entry": entry, "question": question.code, "requirement": requirement,
                    "position": position,
                ])
        }
        try choices(of: question)
        try names("question", question.code, question.text)
        if let unit = question.unit { try names("question-unit", question.code, unit) }
        if let help = question.help { try names("question-help", question.code, help) }
    }

    /// A question's own options; their names stand under the code of the question, a stroke and their own.
    private func choices(of question: Pack.Question) throws {
        for (position, option) in question.options.enumerated() {
            try tables.execute(
                """
                INSERT INTO question_choice (pack_entry, question, code, position)
                VALUES (:entry, :question, :code, :position)
                """,
                ["entry": entry, "question": question.code, "code": option.code, "position": position])
            try names("question-choice", "\(question.code)/\(option.code)", option.name)
        }
    }
}
