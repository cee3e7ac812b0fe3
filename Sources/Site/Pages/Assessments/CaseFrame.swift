import HTML
import Mandate
import Pack
import Record
import Registry
import Words

/// What every page of one case shows: whose it is, where it stands, and on which scale.
struct CaseFrame: Sendable {
    let assessment: AssessmentView
    let state: NamedView
    /// When it entered the stage that this viewer sees; nil where the entry is not theirs to see.
    let since: Instant?
    let scale: ScaleWords
    /// What the points of the scale mean.
    let anchors: Anchors?
    let languages: [String]
    let today: CalendarDate
    let isPast: Bool
    /// A version that the Committee adopted after the one on which the case is done.
    let laterEdition: EditionView?
    /// Paragraphs that the work on a case rests on.
    let paragraphs: [String]

    /// The case that an address names, or nil where there is none that this viewer may see.
    static func read(_ reader: Reader, _ request: SiteRequest) throws -> CaseFrame? {
        guard let cycle = Int(try request.parameter("cycle")),
            let assessment = try reader.assessment(of: try request.parameter("id"), cycle: cycle)
        else { return nil }
        return try read(reader, assessment, request.languages)
    }

    static func read(
        _ reader: Reader, _ assessment: AssessmentView, _ languages: [String]
    ) throws -> CaseFrame? {
        guard let state = try reader.state(assessment.state) else { return nil }
        return CaseFrame(
            assessment: assessment, state: state,
            since: try assessment.stageSince
                ?? reader.entryTimes(of: [assessment.item])[assessment.id.rawValue],
            scale: ScaleWords(
                options: try reader.questionnaire(of: assessment)?.options ?? [],
                languages: languages),
            anchors: Anchors(reader.pack?.scale(of: assessment.questionnaire), languages),
            languages: languages, today: reader.asOf.day, isPast: reader.asOf.isPast,
            laterEdition: try reader.laterEdition(than: assessment),
            paragraphs: reader.pack?.authority("assessment.conduct", on: reader.asOf.day.description) ?? [])
    }

    var route: Route { .stateAssessment(assessment.state, cycle: assessment.cycle) }
    var questions: Route { .questions(assessment.state, cycle: assessment.cycle) }
    var observations: Route { .observations(assessment.state, cycle: assessment.cycle) }
    var clarify: Route { .clarify(assessment.state, cycle: assessment.cycle) }
    var readings: Route { .readings(assessment.state, cycle: assessment.cycle) }

    var overview: Route { .overview(assessment.state, cycle: assessment.cycle) }
    func overview(as file: DocumentFile) -> Route {
        .overviewFile(assessment.state, cycle: assessment.cycle, file)
    }

    func title(_ words: Words) -> String { assessment.title(words) }
    func stateName() -> String { state.name.text(in: languages)?.text ?? state.code }

    /// - Parameter isInside: for a page within the case, which then is a step of the way itself.
    func breadcrumb(_ words: Words, isInside: Bool) -> [Crumb] {
        [
            Crumb(title: words("states.title"), route: .states(region: nil)),
            Crumb(title: stateName(), route: .state(state.code)),
        ] + (isInside ? [Crumb(title: title(words), route: route)] : [])
    }

    func stageLine(_ words: Words) -> StageLine {
        let now = assessment.stage
        var stages = AssessmentStage.allCases.filter { $0 != .returned }
        if now == .returned, let place = stages.firstIndex(of: .submitted) {
            stages.insert(.returned, at: place + 1)
        }
        let reached = stages.firstIndex(of: now) ?? 0
        return StageLine(
            label: words("case.stage-line"),
            steps: stages.enumerated().map { index, stage in
                StageLine.Step(
                    words("assessment.stage.\(stage.rawValue)"),
                    index < reached ? .done : index == reached ? .now : .ahead,
                    since: index == reached ? since.flatMap { words.dateText($0) } : nil)
            })
    }
}

extension AssessmentView {
    /// The cycle in words; of what was recorded later, its year.
    func title(_ words: Words) -> String {
        isHistoric
            ? words("historic.title", ["year": String(cycle)]) : words("case.title", ["cycle": cycle])
    }
}

extension Words {
    /// The day of an instant, in words.
    func dateText(_ instant: Instant) -> DateText? {
        instant.day.map { DateText(date($0), iso: $0.description) }
    }
}

extension Instant {
    /// The day, as the record writes it.
    var day: CalendarDate? { CalendarDate(String(description.prefix(10))) }
}

/// The words of a scale, and where each stands on it.
struct ScaleWords: Sendable {
    /// The best first.
    let options: [OptionView]
    let languages: [String]

    func name(_ code: String) -> String {
        options.first { $0.code == code }?.name.text(in: languages)?.text ?? code
    }

    /// A word of the scale with its place; what is outside the scale's order has none.
    func write(_ code: String?, _ html: inout HTML) {
        guard let code else { return html.span(.class("nothing"), text: "–") }
        let graded = options.filter { !$0.isOutside }
        let place = graded.firstIndex { $0.code == code }
        html.add(
            Verdict(
                name(code), reached: place.map { graded.count - 1 - $0 } ?? 0,
                of: place == nil ? 0 : graded.count - 1))
    }

    func cell(_ code: String?) -> DataTable.Cell { { write(code, &$0) } }

    var choices: [ActForm.Choice] { options.map { .init(code: $0.code, name: name($0.code)) } }
}
