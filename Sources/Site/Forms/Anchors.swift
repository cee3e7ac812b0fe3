import HTML
import Pack
import Registry
import Words

/// What the points of a scale mean, to be opened beside the choice.
struct Anchors: Sendable {
    let points: [(name: String, text: String)]

    /// Nil where the pack says nothing of this scale.
    init?(_ scale: Pack.Scale?, _ languages: [String]) {
        let language = languages.first ?? "en"
        points = (scale?.ordered ?? []).compactMap { option in
            option.anchor.map { (option.name.in(language), $0.in(language)) }
        }
        if points.isEmpty { return nil }
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.element("details", [.class("anchors")]) { html in
            html.element("summary") { $0.text(words("anchors.title")) }
            html.element("dl") { html in
                for point in points {
                    html.element("dt") { $0.strong(text: point.name) }
                    html.element("dd") { $0.text(point.text) }
                }
            }
        }
    }
}

extension SiteRequest {
    /// The scale of the assessment that a form is about, for acts that rate on it or answer by it.
    func scale(of act: any Act.Type, _ assessment: String?) async throws -> Pack.Scale? {
        let acts = [RateRequirement.kind, SettleRating.kind, RecordAnswer.kind, DraftAnswer.kind]
        guard acts.contains(act.kind), let assessment, !assessment.isEmpty else { return nil }
        return try await read { reader in
            try reader.assessment(AssessmentID(assessment)).flatMap {
                reader.pack?.scale(of: $0.questionnaire)
            }
        }
    }
}
