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
                questions: fields.items("questions").flatMap { questions($0, partOf: nil) })
        }
    }

    /// A question and after it its parts, which are about what it is about.
    private func questions(_ place: Place, partOf parent: Pack.Question?) -> [Pack.Question] {
        let own: Set = ["code", "kind", "text", "help", "sensitive", "options", "unit", "when"]
        let known = parent == nil ? own.union(["theme", "requirements", "matters", "visited", "parts"]) : own
        guard let fields = place.fields(known), let code = fields.code(),
            let theme = parent?.theme ?? fields.code("theme"),
            let kind = fields.choice("kind", Pack.Question.Kind.self),
            let text = fields.localized("text", languages)
        else { return [] }
        let requirements = parent?.requirements ?? fields.texts("requirements")
        if requirements.isEmpty {
            place.note(
                .noBasis, "The question \(code.quoted) rests on no requirement.",
                "Add `requirements: […]` with codes of requirements.yaml.")
        }
        let question = Pack.Question(
            code: code, parent: parent?.code, theme: theme, requirements: requirements,
            matters: parent?.matters ?? matters(fields), kind: kind, text: text,
            help: fields.optionalLocalized("help", languages), options: options(fields, of: kind),
            unit: kind == .number ? fields.localized("unit", languages) : nil,
            condition: fields["when"].flatMap(condition),
            isForVisited: parent?.isForVisited ?? fields.flag("visited"),
            isSensitive: fields.flag("sensitive"))
        let parts = fields["parts"]?.items() ?? []
        return [question] + parts.flatMap { questions($0, partOf: question) }
    }

    private func matters(_ fields: Fields) -> [Pack.Question.Matter] {
        (fields["matters"]?.items() ?? []).compactMap { place in
            guard let text = place.text(atMost: 60) else { return nil }
            if let matter = Pack.Question.Matter(rawValue: text) { return matter }
            let known = Pack.Question.Matter.allCases.map(\.rawValue).joined(separator: ", ")
            place.note(.badChoice, "\(text.quoted) is no cross-cutting matter.", "Use one of: \(known).")
            return nil
        }
    }

    /// Options of its own: needed by the kinds that choose among them, and by no other.
    private func options(_ fields: Fields, of kind: Pack.Question.Kind) -> [Pack.Question.Option] {
        guard kind == .several || kind == .register else {
            if let place = fields["options"] {
                place.note(
                    .unknownKey,
                    "Only questions of the kinds several and register have options of their own.",
                    "Take `options` out, or change `kind`.")
            }
            return []
        }
        return fields.items("options").compactMap { place in
            guard let fields = place.fields(["code", "name"]), let code = fields.code(),
                let name = fields.localized("name", languages)
            else { return nil }
            return Pack.Question.Option(code: code, name: name)
        }
    }

    private func condition(_ place: Place) -> Pack.Question.Condition? {
        guard let fields = place.fields(["question", "is"]), let question = fields.code("question") else {
            return nil
        }
        return Pack.Question.Condition(question: question, options: fields.texts("is"))
    }
}
