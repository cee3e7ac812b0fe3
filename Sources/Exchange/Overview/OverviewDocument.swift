import Disclosure
import Mandate
import Pack
import Registry

/// The overview of one assessment as one viewer sees it: the ground of its page, its document and its print.
public struct OverviewDocument: Sendable {
    public let assessment: AssessmentView
    public let state: NamedView
    /// The day as of which it was read.
    public let date: CalendarDate
    /// Who reads it: from there comes its classification.
    public let viewer: Viewer
    /// Its text.
    public let overview: ItemView
    /// Themes about which anything is said, in the order of the pack.
    let themes: [Theme]
    /// The most urgent first.
    let recommendations: [ItemView]
    /// Where the carrying out of each recommendation stands, by its identifier.
    let followUps: [String: ItemView]
    /// Findings that each recommendation rests on, as far as they are seen.
    let grounds: [String: [String]]
    let observations: [Observation]
    /// The scale on which requirements are rated.
    let options: [OptionView]
    /// Addresses of the paragraphs that it rests on.
    let paragraphs: [String]

    /// What is said of one theme.
    struct Theme: Sendable {
        let theme: NamedView
        let ratings: [Rating]
        let findings: [ItemView]
    }

    /// A requirement and where its implementation stands.
    struct Rating: Sendable {
        let requirement: RequirementView
        /// Code on the scale.
        let value: String?
        /// Whether the Committee adopted it; else the Directorate proposes it.
        let isAdopted: Bool
    }

    /// What the State said, and what was decided on it.
    struct Observation: Sendable {
        let observation: ItemView
        let decision: ItemView?
    }

    /// The overview of one State's assessment of a cycle.
    ///
    /// - Returns: nil where there is none, or none that this viewer may see.
    public static func read(_ reader: Reader, of state: String, cycle: Int) throws -> OverviewDocument? {
        guard let assessment = try reader.assessment(of: state, cycle: cycle),
            let state = try reader.state(assessment.state)
        else { return nil }
        let items = try reader.items(of: assessment.id.rawValue)
        guard let overview = items.last(where: { $0.type == .overview }) else { return nil }
        let recommendations = items.filter { $0.type == .recommendation }.sorted(by: Self.isMoreUrgent)
        let requirements = try reader.requirements()
        let themes = try Self.themes(try reader.themes(), requirements, items)
        let decisions = items.filter { $0.type == .decision }
        return OverviewDocument(
            assessment: assessment, state: state, date: reader.asOf.day, viewer: reader.viewer,
            overview: overview, themes: themes, recommendations: recommendations,
            followUps: Dictionary(
                items.filter { $0.type == .followUp }.map { ($0.parent, $0) }, uniquingKeysWith: { $1 }),
            grounds: try reader.sources(of: recommendations.map(\.id)),
            observations: items.filter { $0.type == .observation && $0.value != "none" }.map { one in
                Observation(observation: one, decision: decisions.last { $0.parent == one.id })
            },
            options: try reader.questionnaire(of: assessment)?.options ?? [],
            paragraphs: Self.paragraphs(
                under: reader.pack?.authority("assessment.conduct", on: reader.asOf.day.description) ?? [],
                requirements, items))
    }

    private static let priorities = ["high", "medium", "low"]

    private static func isMoreUrgent(_ left: ItemView, _ right: ItemView) -> Bool {
        func place(_ item: ItemView) -> Int {
            priorities.firstIndex(of: item.value ?? "") ?? priorities.count
        }
        return (place(left), left.requirement, left.id) < (place(right), right.requirement, right.id)
    }

    private static func themes(
        _ themes: [NamedView], _ requirements: [RequirementView], _ items: [ItemView]
    ) throws -> [Theme] {
        let positions = items.filter { $0.type == .position }
        let rated = positions.isEmpty ? proposed(items) : positions
        let byRequirement = Dictionary(rated.map { ($0.requirement, $0) }, uniquingKeysWith: { $1 })
        return themes.map { theme in
            Theme(
                theme: theme,
                ratings: requirements.filter { $0.theme == theme.code }.compactMap { requirement in
                    byRequirement[requirement.code].map {
                        Rating(
                            requirement: requirement, value: $0.value, isAdopted: $0.type == .position)
                    }
                }, findings: items.filter { $0.type == .finding && $0.theme == theme.code })
        }.filter { !$0.ratings.isEmpty || !$0.findings.isEmpty }
    }

    /// One rating for each requirement: what was settled, else what was rated first.
    private static func proposed(_ items: [ItemView]) -> [ItemView] {
        let ratings = items.filter { $0.type == .rating }
        return Dictionary(grouping: ratings, by: \.requirement).values.compactMap { own in
            own.last { $0.text("reader") == "settled" } ?? own.last { $0.text("reader") == "first" }
                ?? own.last
        }
    }

    /// Each once: those of the work, then those of the requirements about which anything is said.
    private static func paragraphs(
        under own: [String], _ requirements: [RequirementView], _ items: [ItemView]
    ) -> [String] {
        let types: Set<ItemType> = [.finding, .recommendation, .position, .rating]
        let named = Set(items.filter { types.contains($0.type) }.map(\.requirement))
        var found: [String] = []
        for paragraph in own + requirements.filter({ named.contains($0.code) }).flatMap(\.paragraphs)
        where !found.contains(paragraph) {
            found.append(paragraph)
        }
        return found
    }
}
