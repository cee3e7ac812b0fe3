import HTML
import Mandate
import Registry
import Words

/// One paragraph in the two columns: as adopted, and as read.
struct MandateRow {
    let paragraph: ParagraphView
    let shown: [String]
    let duties: [DutyView]
    let requirements: [RequirementView]
    let corrections: [CorrectionView]
    let divergences: [DivergenceView]
    let languages: [String]
    let mayPropose: Bool

    func write(_ html: inout HTML, _ words: Words) {
        html.article(
            .class("paragraph depth-\(paragraph.depth)"), .id("\(paragraph.part)-\(paragraph.number)"),
            .data("row")
        ) { html in
            html.div(.class("as-adopted")) { html in
                html.h3(.class("paragraph-number")) { html in
                    html.a(
                        .href(Route.paragraph(paragraph.id.rawValue)),
                        .ariaLabel(words.paragraph(paragraph.address)), text: shortNumber)
                }
                html.div(.class(shown.count > 1 ? "texts side-by-side" : "texts")) { html in
                    for text in paragraph.texts where shown.contains(text.language) {
                        html.p(
                            .lang(text.language), text: text.text
                        )
                    }
                }
            }
            html.div(.class("as-read")) { html in
                if let text = paragraph.texts.first(where: { shown.contains($0.language) }) {
                    ReadingFacts(text: text).write(&html, words)
                }
                notes(&html, words)
                resting(&html, words)
            }
        }
    }

    /// `(a)` below its paragraph, where the whole `2(a)` would repeat the number.
    private var shortNumber: String {
        guard let parent = paragraph.parent, paragraph.number.hasPrefix(parent) else {
            return paragraph.number
        }
        return String(paragraph.number.dropFirst(parent.count))
    }

    private func notes(_ html: inout HTML, _ words: Words) {
        for correction in corrections { CorrectionNote(correction: correction).write(&html, words) }
        for divergence in divergences {
            html.p(.class(divergence.isSettled ? "note settled" : "note open")) { html in
                html.strong(text: words(divergence.isSettled ? "divergence.settled" : "divergence.open"))
                html.text(" ")
                html.q(.lang(divergence.first.language), text: divergence.first.words)
                html.text(" / ")
                html.q(.lang(divergence.second.language), text: divergence.second.words)
            }
        }
    }

    private func resting(_ html: inout HTML, _ words: Words) {
        if !duties.isEmpty {
            html.ul(.class("resting")) { html in
                for duty in duties {
                    html.li { html in
                        StatusMark(status: duty.status).write(&html, words)
                        html.text(" ")
                        html.a(.href(Route.duty(duty.id.rawValue))) { html in
                            html.wording(duty.what, languages, words)
                        }
                        if duty.stage == .proposed {
                            html.text(" ")
                            html.span(.class("tag"), text: words("duty.stage.proposed"))
                        }
                    }
                }
            }
        }
        if !requirements.isEmpty {
            html.ul(.class("resting")) { html in
                for requirement in requirements {
                    html.li { html in
                        html.span(.class("tag"), text: words("requirement.one"))
                        html.text(" ")
                        html.a(.href(Route.requirement(requirement.code))) { html in
                            html.wording(requirement.text, languages, words)
                        }
                    }
                }
            }
        }
        if duties.isEmpty, requirements.isEmpty, paragraph.part == "OP" {
            html.p(.class("nothing"), text: words("paragraph.nothing-rests"))
        }
        if mayPropose, paragraph.part == "OP" {
            html.p(.class("row-actions")) { html in
                html.a(
                    .href("/acts/propose-duty?paragraph=\(paragraph.id)"), text: words("act.propose-duty"))
            }
        }
    }
}

/// Verbs, addressees, limits and citations as they were read.
struct ReadingFacts {
    let text: ParagraphView.Text

    func write(_ html: inout HTML, _ words: Words) {
        guard !text.verbs.isEmpty || !text.timeLimits.isEmpty || !text.citations.isEmpty else { return }
        html.dl(.class("reading")) { html in
            list("reading.verbs", text.verbs, &html, words)
            list("reading.addressees", text.addressees, &html, words)
            if !text.timeLimits.isEmpty {
                html.div { html in
                    html.dt(text: words("reading.limits"))
                    html.dd { html in
                        for limit in text.timeLimits {
                            html.div { html in
                                html.span(.lang(text.language), text: limit.text)
                                html.text(" ")
                                html.code(text: limit.normalised)
                            }
                        }
                    }
                }
            }
            if !text.citations.isEmpty {
                html.div { html in
                    html.dt(text: words("reading.citations"))
                    html.dd { html in
                        for (index, citation) in text.citations.enumerated() {
                            if index > 0 { html.text(" · ") }
                            CitationLink(symbol: citation.symbol).write(&html, words)
                        }
                    }
                }
            }
        }
    }

    private func list(_ key: String, _ values: [String], _ html: inout HTML, _ words: Words) {
        guard !values.isEmpty else { return }
        html.div { html in
            html.dt(text: words(key))
            html.dd(.lang(text.language), text: values.joined(separator: " · "))
        }
    }
}

/// A cited document: a link where it may be registered here.
struct CitationLink {
    let symbol: String

    func write(_ html: inout HTML, _ words: Words) {
        if symbol.hasPrefix("S/RES/"), let id = Symbol(parsing: symbol)?.urlID {
            html.a(.href(Route.resolution(id)), text: words.symbol(symbol))
        } else {
            html.text(symbol)
        }
    }
}

/// A correction beside the print.
struct CorrectionNote {
    let correction: CorrectionView

    func write(_ html: inout HTML, _ words: Words) {
        html.p(.class("note")) { html in
            html.strong(text: words("correction.heading"))
            html.text(" ")
            html.del(.lang(correction.language), text: correction.printed)
            html.text(" → ")
            html.ins(.lang(correction.language), text: correction.corrected)
            html.text(" ")
            html.small(text: correction.reason ?? words("object.erased"))
        }
    }
}
