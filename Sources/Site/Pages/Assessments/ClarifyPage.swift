import Disclosure
import HTML
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}/clarify: what does not go together yet, by rule; for the Directorate.
struct ClarifyPage: Page {
    let frame: CaseFrame
    let points: [PointToClarify]
    /// Acts that whoever looks may do here.
    let acts: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let page = try await request.read { reader -> Self? in
            guard reader.viewer.audience == .directorate, let frame = try CaseFrame.read(reader, request)
            else { return nil }
            let items = try reader.items(of: frame.assessment.id.rawValue)
            return Self(
                frame: frame, points: try reader.pointsToClarify(in: frame.assessment, items),
                acts: CaseActs.possible(request, frame, items))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("clarify.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: true) }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("clarify.lead"))
        html.add(
            DataTable(
                columns: [
                    .init(words("case.requirement")), .init(words("clarify.point")),
                    .init(words("clarify.compares")), .init(words("clarify.what-to-do")),
                ], rows: points.map { row($0, words) }, empty: words("clarify.none")))
    }

    private func row(_ point: PointToClarify, _ words: Words) -> [DataTable.Cell] {
        let key = "clarify.\(point.rule.rawValue)"
        return [
            DataTable.link(point.requirement, Route.requirement(point.requirement).path),
            DataTable.text(words(key, ["count": point.steps ?? 0])),
            { html in
                html.ul(.class("plain")) { html in
                    for one in point.compared { html.li { compared(one, &$0, words) } }
                }
            },
            { html in
                html.text(words("\(key).do"))
                guard let act = Self.act(point.rule), acts.contains(act) else { return }
                html.text(" ")
                html.a(
                    .href(
                        CaseActs.address(
                            act,
                            [
                                "assessment": frame.assessment.id.rawValue, "requirement": point.requirement,
                            ], next: frame.clarify)), text: words("act.\(act)"))
            },
        ]
    }

    /// What is compared, by its kind and with its value.
    private func compared(_ one: PointToClarify.Compared, _ html: inout HTML, _ words: Words) {
        let kind = words("type.\(one.type.rawValue)")
        html.add(
            Link(
                one.question.isEmpty ? kind : "\(kind) \(one.question)",
                href: Route.object(type: one.type.rawValue, id: one.item).path))
        html.text(" ")
        frame.scale.write(one.value, &html)
    }

    /// What may settle a point, where it is one act.
    private static func act(_ rule: PointToClarify.Rule) -> String? {
        switch rule {
        case .answerAndRating, .lastCycle, .lowConfidence: RateRequirement.kind.rawValue
        case .ratingAlone, .shortfallWithoutFinding: RecordFinding.kind.rawValue
        case .stateAndExpert: nil
        }
    }
}
