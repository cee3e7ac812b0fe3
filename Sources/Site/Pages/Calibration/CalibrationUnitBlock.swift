import HTML
import Registry
import Words

/// One anonymous text: the requirement, the questions that rest on it, and what whoever looks may do with it.
struct CalibrationUnitBlock {
    let unit: ItemView
    let calibration: CalibrationView
    let context: CalibrationContext
    let form: ActForm?

    func write(_ html: inout HTML, _ words: Words) {
        html.article(.class("question"), .id("unit-\(unit.id)"), .data("row")) { html in
            html.element("h3", []) { html in
                html.a(.href(Route.requirement(unit.requirement)), text: unit.requirement)
                html.text(" ")
                html.wording(context.requirements[unit.requirement], context.languages, words)
            }
            html.element("blockquote", []) { html in
                html.p { $0.wording(unit.body, context.languages, words) }
            }
            questions(&html, words)
            if calibration.stage == .preparing, context.isHead {
                CaseActs.buttons(
                    ["write-calibration-unit", "remove-calibration-unit"],
                    ["calibration": calibration.id, "requirement": unit.requirement],
                    next: .calibration(calibration.id), &html, words)
            }
            own(&html, words)
            if calibration.stage == .closed { result(&html, words) }
        }
    }

    private func questions(_ html: inout HTML, _ words: Words) {
        guard let questions = context.questions[unit.requirement] else { return }
        html.details { html in
            html.summary(text: words("calibration.questions"))
            html.ul { html in
                for question in questions {
                    html.li { html in
                        html.span(.class("code"), text: question.code)
                        html.text(" ")
                        html.wording(question.text, context.languages, words)
                    }
                }
            }
        }
    }

    private func own(_ html: inout HTML, _ words: Words) {
        let own = calibration.rating(of: unit.id, by: context.viewer)
        if let own {
            html.div(.class("answer")) { html in
                html.element("h4", []) { $0.text(words("calibration.yours")) }
                rating(own, &html, words)
            }
        }
        guard let form else { return }
        html.details(.open(own == nil)) { html in
            html.summary(text: words(own == nil ? "calibration.rate" : "calibration.rate-again"))
            form.write(&html, words)
        }
    }

    private func rating(_ rating: ItemView, _ html: inout HTML, _ words: Words) {
        html.div { html in
            context.scale.write(rating.value, &html)
            if let confidence = rating.text("confidence") {
                html.text(
                    " · "
                        + words.of(
                            words("rate-calibration-unit.confidence"), words("choice.\(confidence)")))
            }
        }
        if let basis = rating.body { html.p { $0.wording(basis, context.languages, words) } }
    }

    /// Who gave what, for heads; what was agreed, for all.
    private func result(_ html: inout HTML, _ words: Words) {
        let others = calibration.ratings.filter { $0.parent == unit.id && $0.author != context.viewer }
        if context.isHead, !others.isEmpty {
            html.details { html in
                html.summary(text: words("calibration.who-gave"))
                html.ul(.class("plain")) { html in
                    for one in others {
                        html.li { html in
                            html.strong(text: context.people[one.author] ?? "–")
                            rating(one, &html, words)
                        }
                    }
                }
            }
        }
        if let conclusion = unit.note {
            html.div(.class("answer")) { html in
                html.element("h4", []) { $0.text(words("calibration.agreed")) }
                context.scale.write(unit.value, &html)
                html.p { $0.wording(conclusion, context.languages, words) }
            }
        }
        if context.isHead {
            CaseActs.buttons(
                ["conclude-calibration-unit"], ["unit": unit.id], next: .calibration(calibration.id), &html,
                words)
        }
    }
}
