import Pack

/// A questionnaire in one version, with the scale and the requirements of the pack that holds it.
struct EditionContent {
    let questionnaire: Pack.Questionnaire
    let pack: Pack

    /// What closed questions are answered with, the best first.
    var scale: [Pack.Scale.Option] {
        pack.scales.first { $0.code == questionnaire.scale }?.options ?? []
    }

    func question(_ code: String) -> Pack.Question? { questionnaire.questions.first { $0.code == code } }

    var view: QuestionnaireView {
        QuestionnaireView(
            code: questionnaire.code, name: LocalizedWording(questionnaire.name.values),
            version: questionnaire.version, scale: questionnaire.scale,
            note: questionnaire.note.map { LocalizedWording($0.values) }, options: options,
            questions: questionnaire.questions.map(\.code))
    }

    /// In the order in which they are asked.
    var questions: [QuestionView] {
        let scale = options
        let paragraphs = Dictionary(
            pack.requirements.map { ($0.code, $0.paragraphs) }, uniquingKeysWith: { first, _ in first })
        return questionnaire.questions.map { question in
            var cited: [String] = []
            for paragraph in question.requirements.flatMap({ paragraphs[$0] ?? [] })
            where !cited.contains(paragraph) { cited.append(paragraph) }
            return QuestionView(
                code: question.code, questionnaire: questionnaire.code, theme: question.theme,
                kind: question.kind, parent: question.parent, matters: question.matters,
                unit: question.unit.map { LocalizedWording($0.values) }, condition: question.condition,
                isForVisited: question.isForVisited, isSensitive: question.isSensitive,
                requirements: question.requirements, paragraphs: cited,
                options: question.kind == .closed ? scale : question.options.map(OptionView.init),
                text: LocalizedWording(question.text.values),
                help: question.help.map { LocalizedWording($0.values) })
        }
    }

    private var options: [OptionView] {
        scale.map {
            OptionView(code: $0.code, name: LocalizedWording($0.name.values), isOutside: $0.isOutside)
        }
    }
}

extension OptionView {
    fileprivate init(_ option: Pack.Question.Option) {
        self.init(code: option.code, name: LocalizedWording(option.name.values), isOutside: false)
    }
}

extension Reader {
    /// A questionnaire in a version that was adopted; in the pack in force where none is named.
    func content(of questionnaire: String, edition: String?) throws -> EditionContent? {
        var holder = pack
        if let edition {
            guard let adopted = try editions(of: questionnaire).first(where: { $0.version == edition })
            else { return nil }
            holder = try packs.pack(adopted.pack) { try PackShelf.files(of: adopted.pack, connection) }
        }
        guard let holder, let held = holder.questionnaires.first(where: { $0.code == questionnaire }) else {
            return nil
        }
        return EditionContent(questionnaire: held, pack: holder)
    }

    /// The questionnaire of an assessment, in its own version.
    func content(of assessment: AssessmentView) throws -> EditionContent? {
        try content(of: assessment.questionnaire, edition: assessment.edition)
    }

    /// The questionnaire on which an assessment is done, with the scale that it had then.
    public func questionnaire(of assessment: AssessmentView) throws -> QuestionnaireView? {
        try content(of: assessment)?.view
    }

    /// The questions of an assessment, as its own version asks them.
    public func questions(of assessment: AssessmentView) throws -> [QuestionView] {
        try content(of: assessment)?.questions ?? []
    }
}
