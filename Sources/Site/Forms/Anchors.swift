import HTML
import Pack
import Registry
import Words

/// What the points of a scale mean, to be opened beside the choice, and what was agreed of texts that several rated.
struct Anchors: Sendable {
    let points: [(name: String, text: String)]
    let examples: [Example]

    /// A text, the point that it was agreed to hold, and why.
    struct Example: Sendable {
        let point: String
        let text: String
        let why: String
    }

    /// Nil where the pack says nothing of this scale.
    init?(_ scale: Pack.Scale?, _ languages: [String], _ examples: [WorkedExample] = []) {
        self.examples = examples.map { example in
            let point = scale?.options.first { $0.code == example.agreed }?.name
            return Example(
                point: point?.in(languages.first ?? "en") ?? "–",
                text: example.unit.body?.text(in: languages)?.text ?? "",
                why: example.unit.note?.text(in: languages)?.text ?? "")
        }
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
        guard !examples.isEmpty else { return }
        html.element("details", [.class("anchors")]) { html in
            html.element("summary") { $0.text(words("anchors.examples")) }
            html.element("dl") { html in
                for example in examples {
                    html.element("dt") { $0.strong(text: example.point) }
                    html.element("dd") { html in
                        html.p(text: example.text)
                        html.p(.class("about"), text: example.why)
                    }
                }
            }
        }
    }
}

extension SiteRequest {
    /// The scale of the assessment or the calibration that a form is about, for acts that rate on it or answer by it.
    func scale(of act: any Act.Type, _ given: [String: String]) async throws -> Pack.Scale? {
        let units = [RateCalibrationUnit.kind, ConcludeCalibrationUnit.kind]
        if units.contains(act.kind), let unit = given["unit"] {
            return try await read { reader in
                try reader.item(.calibrationUnit, unit).flatMap { try reader.calibration($0.assessment) }
                    .flatMap { reader.pack?.scale(of: $0.questionnaire) }
            }
        }
        let acts = [RateRequirement.kind, SettleRating.kind, RecordAnswer.kind, DraftAnswer.kind]
        guard acts.contains(act.kind), let assessment = given["assessment"], !assessment.isEmpty else {
            return nil
        }
        return try await read { reader in
            try reader.assessment(AssessmentID(assessment)).flatMap {
                reader.pack?.scale(of: $0.questionnaire)
            }
        }
    }

    /// What was agreed before of texts about the requirement that is rated.
    func examples(for act: any Act.Type, _ given: [String: String]) async throws -> [WorkedExample] {
        switch act.kind {
        case RateRequirement.kind, SettleRating.kind:
            guard let requirement = given["requirement"] else { return [] }
            return try await read { try $0.workedExamples(of: requirement) }
        case RateCalibrationUnit.kind:
            guard let unit = given["unit"] else { return [] }
            return try await read { reader in
                guard let found = try reader.item(.calibrationUnit, unit) else { return [] }
                return try reader.workedExamples(of: found.requirement).filter { $0.unit.id != unit }
            }
        default: return []
        }
    }

    /// The text that a head makes anonymous: as it stands, else as the case says it.
    func prefillUnit(_ values: inout [String: String]) async throws {
        guard let id = values["calibration"], let requirement = values["requirement"],
            !values.keys.contains(where: { $0.hasPrefix("text.") })
        else { return }
        let text = try await read { reader -> LocalizedWording? in
            guard let calibration = try reader.calibration(id) else { return nil }
            if let unit = calibration.units.first(where: { $0.requirement == requirement }) {
                return unit.body
            }
            return try calibration.origin.flatMap { origin in
                try reader.items(of: origin, [.finding]).first { $0.requirement == requirement }?.body
            }
        }
        for (language, words) in text?.texts ?? [:] { values["text.\(language)"] = words }
    }
}
