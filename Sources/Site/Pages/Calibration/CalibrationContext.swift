import Disclosure
import HTML
import Pack
import Registry
import Words

/// What stands around the texts of a calibration: words of the pack, names, and for heads the case.
struct CalibrationContext: Sendable {
    let languages: [String]
    let viewer: String?
    let isHead: Bool
    let scale: ScaleWords
    let requirements: [String: LocalizedWording]
    let themes: [String: LocalizedWording]
    /// Questions that rest on a requirement, by its code.
    let questions: [String: [QuestionView]]
    let people: [String: String]
    let origin: Route?
    let material: [ItemView]

    static func read(
        _ reader: Reader, _ calibration: CalibrationView, _ languages: [String]
    ) throws -> Self {
        let codes = Set(calibration.units.map(\.requirement))
        var questions: [String: [QuestionView]] = [:]
        for question in try reader.questions(of: calibration.questionnaire) {
            for code in question.requirements where codes.contains(code) {
                questions[code, default: []].append(question)
            }
        }
        let found = try calibration.origin.flatMap { try reader.assessment(AssessmentID($0)) }
        return Self(
            languages: languages, viewer: reader.viewer.person, isHead: reader.viewer.capacity == .head,
            scale: ScaleWords(
                options: try reader.questionnaire(calibration.questionnaire)?.options ?? [],
                languages: languages),
            requirements: Dictionary(
                try reader.requirements().filter { codes.contains($0.code) }.map { ($0.code, $0.text) }
            ) { first, _ in first },
            themes: Dictionary(try reader.themes().map { ($0.code, $0.name) }) { first, _ in first },
            questions: questions,
            people: try reader.peopleNames(
                calibration.seats.map(\.person) + calibration.ratings.map(\.author)),
            origin: found.map { .stateAssessment($0.state, cycle: $0.cycle) },
            material: try found.map { try reader.items(of: $0.id.rawValue, [.finding]) } ?? [])
    }
}
