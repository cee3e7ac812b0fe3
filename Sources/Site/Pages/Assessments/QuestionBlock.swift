import HTML
import Pack
import Registry
import Words

/// One question on the questionnaire's page: what it rests on, who answered what, and the form in its place.
struct QuestionBlock {
    let asked: AskedQuestion
    let frame: CaseFrame
    let form: ActForm?
    let handed: [String]?
    let mayHand: Bool
    let people: QuestionPeople

    private var code: String { asked.question.code }
    private var anchor: String { "q-\(code)" }

    func write(_ html: inout HTML, _ words: Words) {
        let isPart = asked.question.parent != nil
        html.article(.class(isPart ? "question part" : "question"), .id(anchor), .data("row")) { html in
            html.element(isPart ? "h4" : "h3", []) { html in
                html.span(.class("code"), text: code)
                html.text(" ")
                html.wording(asked.question.text, frame.languages, words)
                mark(&html, words)
            }
            amendment(&html, words)
            if !isPart { basis(&html, words) }
            if let help = asked.question.help {
                html.p(.class("field-help")) { $0.wording(help, frame.languages, words) }
            }
            condition(&html, words)
            guard asked.isAsked || asked.expert != nil || asked.state != nil else { return }
            html.div(.class("answers")) { html in
                if asked.expert != nil || asked.state != nil {
                    answer(words("questions.expert"), asked.expert, &html, words)
                    answer(words("questions.state"), asked.state, &html, words)
                } else {
                    html.p(.class("nothing"), text: words("questions.unanswered-by-both"))
                }
                if let last = asked.last {
                    answer(
                        words(asked.isAgain ? "questions.former" : "questions.last"), last, as: asked.former,
                        &html, words)
                }
            }
            handing(&html, words)
            people.write(asked, frame, &html, words)
            answerForm(&html, words)
        }
    }

    private func mark(_ html: inout HTML, _ words: Words) {
        let key = asked.isAgain ? "questions.again" : asked.isNew ? "questions.new" : nil
        guard let key else { return }
        html.text(" ")
        html.add(Tag(words(key), .strong))
    }

    /// What the version before asked, where an answer to it does not answer this.
    private func amendment(_ html: inout HTML, _ words: Words) {
        guard asked.isAgain, let former = asked.former else { return }
        let version = frame.assessment.formerEdition ?? ""
        html.p(.class("about"), text: words("questions.again-why", ["version": version]))
        html.element("blockquote", []) { html in
            html.p { $0.wording(former.question.text, frame.languages, words) }
        }
    }

    private func condition(_ html: inout HTML, _ words: Words) {
        guard let condition = asked.question.condition else { return }
        html.p(.class("about")) { html in
            html.text(words(asked.isAsked ? "questions.asked-if" : "questions.not-asked"))
            html.text(" ")
            ConditionWords(condition: condition, earlier: asked.earlier, languages: frame.languages)
                .write(href: "#q-\(condition.question)", &html, words)
        }
    }

    private func basis(_ html: inout HTML, _ words: Words) {
        html.p(.class("rests")) { html in
            for requirement in asked.question.requirements {
                html.a(.href(Route.requirement(requirement)), text: requirement)
                html.text(" ")
            }
            for address in asked.question.paragraphs.prefix(3) {
                html.text("· ")
                html.add(
                    Link(
                        words.paragraph(address),
                        href: ParagraphID.at(address: address).map { Route.paragraph($0.rawValue).path }))
                html.text(" ")
            }
        }
    }

    /// - Parameter former: the question and the scale that were answered, where these are not the case's own.
    private func answer(
        _ title: String, _ item: ItemView?, as former: AnswerStanding.Former? = nil, _ html: inout HTML,
        _ words: Words
    ) {
        html.div(.class("answer")) { html in
            html.element(asked.question.parent == nil ? "h4" : "h5", []) { html in
                if let item { html.a(.href(item.route), text: title) } else { html.text(title) }
            }
            guard let item else { return html.p(.class("nothing"), text: words("questions.unanswered")) }
            html.div { html in
                if let position = item.text("position") { html.text(words("choice.\(position)") + " · ") }
                if item.value != nil || item.text("position") == nil {
                    let scale =
                        former.map { ScaleWords(options: $0.options, languages: frame.languages) }
                        ?? frame.scale
                    AnswerWords(question: former?.question ?? asked.question, scale: scale)
                        .write(item.value, &html, words)
                }
            }
            if let reason = item.note {
                html.p { html in
                    html.text(words.of(words("item.note.answer"), ""))
                    html.wording(reason, frame.languages, words)
                }
            }
            if let body = item.body { html.p { $0.wording(body, frame.languages, words) } }
            if let step = asked.step, step.parent == item.id {
                StepLines(step: step, languages: frame.languages).write(&html, words)
            }
            if item.text("carried") != nil { html.p(.class("about"), text: words("questions.carried")) }
            evidence(of: item, &html, words)
            let about = [item.text("source"), item.text("confidence")].compactMap { $0 }
            if let source = about.first, let confidence = about.last, about.count == 2 {
                html.p(
                    .class("about"),
                    text: words(
                        "questions.source-confidence",
                        [
                            "source": words.word(source, of: "record-answer.source"),
                            "confidence": words("choice.\(confidence)"),
                        ]))
            }
        }
    }

    /// A short list, and the way to add another.
    private func evidence(of item: ItemView, _ html: inout HTML, _ words: Words) {
        let files = asked.evidence.filter { $0.parent == item.id }
        // Who may answer, at their own room's answer.
        let own = form?.act.kind == DraftAnswer.kind ? asked.state : asked.expert
        let mayAttach = people.mayAttach && form != nil && own?.id == item.id
        guard !files.isEmpty || mayAttach else { return }
        html.p(.class("about")) { html in
            html.text(words.of(words("evidence.title"), ""))
            for (position, file) in files.enumerated() {
                if position > 0 { html.text(" · ") }
                html.a(.href(file.route), text: file.file?.name ?? words("evidence.erased"))
            }
            guard mayAttach else { return }
            if !files.isEmpty { html.text(" · ") }
            html.a(.href(Route.attach(to: item.id)), text: words("evidence.add"))
        }
    }

    private func handing(_ html: inout HTML, _ words: Words) {
        if let handed {
            html.p(.class("about"), text: words("questions.handed", ["names": words.list(handed)]))
        }
        guard mayHand else { return }
        html.p {
            $0.a(.href(way("hand")), text: words("act.hand-question"))
        }
    }

    private func answerForm(_ html: inout HTML, _ words: Words) {
        guard var form, asked.isAsked else { return }
        let own = form.act.kind == DraftAnswer.kind ? asked.state : asked.expert
        guard own == nil || asked.draft != nil else { return wayToForm(&html, words) }
        form.mark = code
        form.answer = AnswerChoices(
            asked.question, scale: frame.scale.options, languages: frame.languages)
        fill(&form, own)
        let isBrief = isBrief(form)
        if isBrief {
            form.omitted = form.act.kind == DraftAnswer.kind ? Self.undertaking : ["replies"]
            form.language = frame.languages.first?.hasPrefix("zh") == true ? "zh-Hans" : "en"
        }
        let ready = form.keyed(asked.key)
        html.details(.open(asked.draft != nil || people.opensForms)) { html in
            html.summary(text: words(own == nil ? "questions.answer" : "questions.answer-again"))
            if asked.draft != nil { html.p(.class("note"), text: words("questions.draft")) }
            ready.write(&html, words)
            guard isBrief else { return }
            html.p {
                $0.a(.href(way("answer")), text: words("questions.whole-form.\(form.name)"))
            }
        }
    }

    private func way(_ what: String) -> Route {
        .questionAct(frame.assessment.state, cycle: frame.assessment.cycle, code, what)
    }

    /// What is answered is read far more often than answered again: its form, which would hold each text once more, is
    /// fetched by whoever opens it.
    private func wayToForm(_ html: inout HTML, _ words: Words) {
        html.details(.data("load", code)) { html in
            html.summary(text: words("questions.answer-again"))
            html.p { $0.a(.href(way("answer")), text: words("questions.to-form")) }
        }
    }

    /// What a State says it does, and wordings in further languages: asked for on the form's own page, and here once
    /// something was said.
    private static let undertaking: Set<String> = ["action", "office", "date", "progress"]

    private func isBrief(_ form: ActForm) -> Bool {
        !form.values.contains {
            Self.undertaking.contains(String($0.key.prefix { $0 != "." })) && !$0.value.isEmpty
        }
    }
}

extension QuestionBlock {
    /// With what was typed and not sent, else with what stands.
    private func fill(_ form: inout ActForm, _ own: ItemView?) {
        // What was typed rests on the answer that stood then, which is not to be lost sight of.
        form.values["version"] = asked.draft?["version"] ?? asked.version
        if let draft = asked.draft {
            form.values.merge(draft) { $1 }
        } else {
            form.values["value"] = own?.value
            for key in ["position", "source", "confidence"] { form.values[key] = own?.text(key) }
            for key in ["date", "progress"] { form.values[key] = asked.step?.text(key) }
            let step = form.act.kind == DraftAnswer.kind ? asked.step : nil
            for (field, wording) in [
                ("explanation", own?.body), ("reason", own?.note), ("action", step?.body),
                ("office", step?.note),
            ] {
                for (language, text) in wording?.texts ?? [:] { form.values["\(field).\(language)"] = text }
            }
            form.fillBoxes("value", from: own?.value)
        }
        form.values["question"] = code
    }
}

extension ActForm {
    /// The same form with a key of its own.
    func keyed(_ key: String) -> ActForm {
        var copy = self
        copy.idempotencyKey = key
        return copy
    }
}
