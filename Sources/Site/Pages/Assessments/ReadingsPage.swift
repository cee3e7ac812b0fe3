import Disclosure
import HTML
import Pack
import Registry
import Words

/// GET /states/{code}/assessments/{cycle}/readings: what two readers made of a requirement, beside one another, and
/// what the second has left; for the Directorate.
struct ReadingsPage: Page {
    let frame: CaseFrame
    let rows: [RatingRow]
    let readings: [ItemView]
    let names: [String: String]
    /// Counts steps between two values; nil where the pack in force has no such scale.
    let steps: Pack.Scale?
    let viewer: String
    let acts: [String]
    /// What the requirements ask, by code.
    let texts: [String: LocalizedWording]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let page = try await request.read { reader -> Self? in
            guard reader.viewer.audience == .directorate, let frame = try CaseFrame.read(reader, request)
            else { return nil }
            let items = try reader.items(of: frame.assessment.id.rawValue)
            let readings = items.filter { $0.type == .secondReading }
            return Self(
                frame: frame, rows: RatingRow.rows(items), readings: readings,
                names: try reader.peopleNames(readings.compactMap { $0.text("person") }),
                steps: reader.pack?.scale(of: frame.assessment.questionnaire),
                viewer: reader.viewer.person ?? "", acts: CaseActs.possible(request, frame, items),
                texts: try Dictionary(reader.requirements().map { ($0.code, $0.text) }) { first, _ in first })
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .assessments }
    var paragraphs: [String] { frame.paragraphs }
    func title(_ words: Words) -> String { words("readings.title") }
    func breadcrumb(_ words: Words) -> [Crumb] { frame.breadcrumb(words, isInside: true) }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("readings.lead"))
        CaseActs.buttons(
            acts.filter { ["assign-second-reader", "conclude-second-reading"].contains($0) },
            ["assessment": frame.assessment.id.rawValue], next: frame.readings, &html, words)
        for reading in readings { left(reading, &html, words) }
        html.add(
            DataTable(
                columns: [
                    .init(words("case.requirement")), .init(words("case.first-rating")),
                    .init(words("case.second-rating")), .init(words("readings.steps"), isNumber: true),
                    .init(words("case.settled-rating")),
                ], rows: shown.map { row($0, words) }, empty: words("readings.none")))
    }

    /// What is or was read twice; where nobody reads yet, nothing.
    private var shown: [RatingRow] {
        let sampled = Set(readings.flatMap(\.sampledRequirements))
        let rated = Set(rows.map(\.requirement))
        let unrated = sampled.subtracting(rated).map {
            RatingRow(requirement: $0, first: nil, second: nil, settled: nil)
        }
        return (rows.filter { $0.second != nil || sampled.contains($0.requirement) } + unrated)
            .sorted { $0.requirement < $1.requirement }
    }

    /// How far a reader is, and for the reader the way to what is left.
    private func left(_ reading: ItemView, _ html: inout HTML, _ words: Words) {
        let person = reading.text("person") ?? ""
        let sampled = reading.sampledRequirements
        let rated = Set(rows.compactMap { $0.second?.author == person ? $0.requirement : nil })
        let missing = sampled.filter { !rated.contains($0) }
        html.p(.class("standing")) { html in
            html.text(words.of(words("case.second-reader"), names[person] ?? "–") + " ")
            html.add(
                ProgressCount(
                    done: sampled.count - missing.count, total: sampled.count,
                    text: words(
                        "questions.progress",
                        [
                            "done": words.number(sampled.count - missing.count),
                            "total": words.number(sampled.count),
                        ]), label: words("readings.title")))
        }
        guard person == viewer, !missing.isEmpty, acts.contains("rate-requirement") else { return }
        html.p(text: words("readings.left"))
        html.ul(.class("plain")) { html in
            for requirement in missing {
                html.li { html in
                    html.a(
                        .href(
                            CaseActs.address(
                                "rate-requirement",
                                [
                                    "assessment": frame.assessment.id.rawValue, "requirement": requirement,
                                ], next: frame.readings)),
                        text: [
                            words("act.rate-requirement"), requirement,
                            texts[requirement]?.text(in: frame.languages)?.text,
                        ].compactMap { $0 }.joined(separator: " · "))
                }
            }
        }
    }

    private func row(_ row: RatingRow, _ words: Words) -> [DataTable.Cell] {
        [
            DataTable.link(row.requirement, Route.requirement(row.requirement).path),
            cell(row.first, words), cell(row.second, words),
            HTML.wordCell(
                steps?.steps(from: row.first?.value, to: row.second?.value).map { words.number($0) }),
            { html in
                guard row.settled != nil || row.isOpen else { return self.cell(nil, words)(&html) }
                if row.settled != nil { self.cell(row.settled, words)(&html) }
                guard row.isOpen else { return }
                guard acts.contains("settle-rating") else { return html.text(words("case.differs")) }
                html.a(
                    .href(
                        CaseActs.address(
                            "settle-rating",
                            [
                                "assessment": frame.assessment.id.rawValue, "requirement": row.requirement,
                            ], next: frame.readings)), text: words("act.settle-rating"))
            },
        ]
    }

    /// A value with what it rests on.
    private func cell(_ rating: ItemView?, _ words: Words) -> DataTable.Cell {
        guard let rating else { return frame.scale.cell(nil) }
        return { html in
            html.a(.class("bare"), .href(rating.route)) { frame.scale.write(rating.value, &$0) }
            if let confidence = rating.text("confidence") {
                html.div(
                    .class("about"),
                    text: "\(words("rate-requirement.confidence")): "
                        + words.word(confidence, of: "rate-requirement.confidence"))
            }
            if let basis = rating.body {
                html.div(.class("about")) { $0.wording(basis, frame.languages, words) }
            }
        }
    }
}
