import HTML
import Registry
import Words

extension AssessmentPage {
    /// To the questionnaire, the observations and what is to be clarified, with how many there are of each.
    func ways(_ html: inout HTML, _ words: Words) {
        let answers = items(.answer)
        let observations = items(.observation)
        let letters = items(.communication)
        let papers = items(.circulation)
        guard isParty || !letters.isEmpty || !papers.isEmpty, !frame.assessment.isHistoric else { return }
        html.ul(.class("plain case-ways")) { html in
            for paper in papers {
                html.li { html in
                    html.a(
                        .href(paper.route),
                        text: "\(words("type.circulation")) \(paper.text("symbol") ?? "")")
                    html.text(" ")
                    html.span(.class("count"), text: words.status(of: paper) ?? "")
                }
            }
            if mayReadLetters {
                html.li { html in
                    html.a(
                        .href(Route.communications(["assessment": frame.assessment.id.rawValue])),
                        text: words("communications.title"))
                    html.text(" ")
                    html.span(
                        .class("count"), text: words("communications.count", ["count": letters.count]))
                }
            }
            guard isParty else { return }
            html.li { html in
                html.a(.href(frame.questions), text: words("questions.title"))
                html.text(" ")
                html.span(
                    .class("count"),
                    text: words(
                        "case.answers-count", ["count": Set(answers.map(\.question)).count]))
            }
            html.li { html in
                html.a(.href(frame.observations), text: words("observations.title"))
                html.text(" ")
                html.span(
                    .class("count"), text: words("case.observations-count", ["count": observations.count]))
            }
            guard let points else { return }
            html.li { html in
                html.a(.href(frame.clarify), text: words("clarify.title"))
                html.text(" ")
                html.span(.class("count"), text: words("clarify.count", ["count": points]))
            }
            html.li { $0.a(.href(frame.readings), text: words("readings.title")) }
        }
    }
}
