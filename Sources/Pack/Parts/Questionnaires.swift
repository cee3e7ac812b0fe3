extension PackAssembly {
    func questionnaires() -> [Pack.Questionnaire] {
        let known: Set = ["code", "name", "version", "scale", "note", "questions"]
        return items("questionnaires.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let name = fields.localized("name", languages),
                let version = fields.text("version", atMost: 40), let scale = fields.code("scale")
            else { return nil }
            return Pack.Questionnaire(
                code: code, name: name, version: version, scale: scale,
                note: fields.optionalLocalized("note", languages),
                questions: fields.items("questions").compactMap(question))
        }
    }

    private func question(_ place: Place) -> Pack.Question? {
        let known: Set = ["code", "theme", "requirements", "kind", "text", "help", "sensitive"]
        guard let fields = place.fields(known), let code = fields.code(), let theme = fields.code("theme"),
            let kind = fields.choice("kind", Pack.Question.Kind.self),
            let text = fields.localized("text", languages)
        else { return nil }
        let requirements = fields.texts("requirements")
        if requirements.isEmpty {
            place.note(
                .noBasis, "The question \(code.quoted) rests on no requirement.",
                "Add `requirements: […]` with codes of requirements.yaml.")
        }
        return Pack.Question(
            code: code, theme: theme, requirements: requirements, kind: kind, text: text,
            help: fields.optionalLocalized("help", languages), isSensitive: fields.flag("sensitive"))
    }
}
