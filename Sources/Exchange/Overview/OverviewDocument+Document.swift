import Documents
import Registry
import Words

extension OverviewDocument {
    /// The overview in one language, for whoever it was read for.
    ///
    /// - Parameter recipient: for whom it is made, in words.
    public func document(_ words: DocumentWords, recipient: String) -> Document {
        let name = words.line(state.name).text
        return words.document(
            title: words.words("print.overview.title", ["state": name]),
            subject: words.words("print.overview.subject", ["cycle": assessment.cycle]), date: date,
            classification: DocumentWords.classification(of: viewer),
            recipient: words.words("print.recipient", ["recipient": recipient]),
            blocks: OverviewBlocks(overview: self, words: words).all)
    }

    /// What a file of it is called, without its ending.
    public var fileName: String { "overview-\(assessment.state)-\(assessment.cycle)-\(date)" }
}

/// The overview's parts, in the order in which they are read.
struct OverviewBlocks {
    let overview: OverviewDocument
    let words: DocumentWords
    /// The number under which each finding and recommendation is cited, by identifier.
    private let numbers: [String: Int]

    init(overview: OverviewDocument, words: DocumentWords) {
        (self.overview, self.words) = (overview, words)
        var numbers: [String: Int] = [:]
        let findings = overview.themes.flatMap(\.findings)
        for group in [findings, overview.recommendations] {
            for (index, item) in group.enumerated() { numbers[item.id] = index + 1 }
        }
        self.numbers = numbers
    }

    var all: [Block] {
        [.facts(facts)] + text + implementation + recommendations + observations + basis
    }

    private func say(_ key: String, _ arguments: [String: any WordArgument] = [:]) -> String {
        words.words(key, arguments)
    }

    private func heading(_ key: String) -> Block { .heading(1, Line(say(key))) }

    private var facts: [Block.Fact] {
        [
            .init(say("print.state"), words.line(overview.state.name)),
            .init(say("print.cycle"), Line(words.words.number(overview.assessment.cycle))),
            .init(
                say("print.stage"),
                Line(say("assessment.stage.\(overview.assessment.stage.rawValue)"))),
        ]
    }

    private var text: [Block] {
        [heading("print.summary")] + words.blocks(overview.overview.body, level: 2)
    }

    private var implementation: [Block] {
        guard !overview.themes.isEmpty else { return [] }
        return [heading("print.implementation")] + overview.themes.flatMap(theme)
    }

    private func theme(_ theme: OverviewDocument.Theme) -> [Block] {
        let name = words.line(theme.theme.name)
        var blocks: [Block] = [.heading(2, name)]
        if !theme.ratings.isEmpty { blocks.append(.table(ratings(theme.ratings, of: name.text))) }
        for (sort, key) in [("shortfall", "print.shortfalls"), ("good-practice", "print.practices")] {
            let own = theme.findings.filter { $0.text("sort") == sort }
            guard !own.isEmpty else { continue }
            blocks.append(.paragraph(Line(say(key), isStrong: true)))
            blocks.append(.list(.init(own.map(finding))))
        }
        return blocks
    }

    private func ratings(_ ratings: [OverviewDocument.Rating], of theme: String) -> Table {
        let isAdopted = ratings.contains(where: \.isAdopted)
        return Table(
            say(isAdopted ? "print.adopted-of" : "print.proposed-of", ["theme": theme]),
            columns: [
                .init(say("case.requirement"), share: 5), .init(say("print.rests-on"), share: 4),
                .init(say(isAdopted ? "print.adopted" : "print.proposed"), share: 3),
            ],
            rows: ratings.map { rating in
                [
                    words.line(rating.requirement.text), Line(paragraphs(rating.requirement.paragraphs)),
                    scale(rating.value),
                ]
            })
    }

    private func scale(_ code: String?) -> Line {
        guard let code else { return "–" }
        return overview.options.first { $0.code == code }.map { words.line($0.name) } ?? Line(code)
    }

    /// One item of the list, whose first paragraph begins with its number.
    private func finding(_ finding: ItemView) -> [Block] {
        let number = Line(numbers[finding.id].map { "\($0). " } ?? "", isStrong: true)
        var blocks = words.blocks(finding.body, level: 4)
        if case .paragraph(let first, let style) = blocks.first {
            blocks[0] = .paragraph(number + first, style)
        } else {
            blocks.insert(.paragraph(number), at: 0)
        }
        return blocks
    }

    private var recommendations: [Block] {
        guard !overview.recommendations.isEmpty else { return [] }
        return [heading("case.recommendations")] + overview.recommendations.flatMap(recommendation)
    }

    private func recommendation(_ one: ItemView) -> [Block] {
        let priority = one.value ?? ""
        let title = say(
            "print.recommendation",
            ["number": numbers[one.id] ?? 0, "priority": word(priority, "propose-recommendation.priority")])
        var facts: [Block.Fact] = [.init(say("case.addressee"), words.line(one.note))]
        if let assistance = one.text("assistance") {
            facts.append(
                .init(say("item.assistance"), Line(word(assistance, "propose-recommendation.assistance"))))
        }
        let grounds = (overview.grounds[one.id] ?? []).compactMap { numbers[$0] }.sorted()
        if !grounds.isEmpty {
            facts.append(
                .init(
                    say("print.rests-on"),
                    Line(
                        say(
                            "print.findings",
                            ["count": grounds.count, "numbers": words.words.list(grounds.map(String.init))])))
            )
        }
        if let status = overview.followUps[one.id]?.value {
            facts.append(.init(say("case.follow-up"), Line(word(status, "follow-up.status"))))
        }
        return [.heading(2, Line(title))] + words.blocks(one.body, level: 3) + [.facts(facts)]
    }

    /// The word for a code: of its own group, else the one that all groups share.
    private func word(_ code: String, _ group: String) -> String {
        say(words.words.has("\(group).\(code)") ? "\(group).\(code)" : "choice.\(code)")
    }

    private var observations: [Block] {
        guard !overview.observations.isEmpty else { return [] }
        let name = say("print.observations")
        return [
            heading("print.observations"),
            .table(
                Table(
                    name,
                    columns: [
                        .init(say("print.about"), share: 2), .init(say("print.observation"), share: 4),
                        .init(say("print.decision"), share: 4),
                    ],
                    rows: overview.observations.map { row in
                        [
                            about(row.observation), words.structuredLine(row.observation.body),
                            decision(row.decision),
                        ]
                    })),
        ]
    }

    /// The sentence quoted, or the thing by its number.
    private func about(_ observation: ItemView) -> Line {
        if let quoted = observation.note { return words.line(quoted) }
        let finding = overview.themes.flatMap(\.findings).contains { $0.id == observation.parent }
        if let number = numbers[observation.parent] {
            return Line(
                say(
                    finding ? "print.finding-number" : "print.recommendation-number", ["number": number]
                ))
        }
        return Line(
            observation.parent == overview.overview.id ? say("case.overview") : observation.question)
    }

    private func decision(_ decision: ItemView?) -> Line {
        guard let decision, let outcome = decision.value else { return "–" }
        return Line("\(word(outcome, "decision.outcome"))  ", isStrong: true)
            + words.structuredLine(decision.body)
    }

    private var basis: [Block] {
        guard !overview.paragraphs.isEmpty else { return [] }
        return [
            heading("print.basis"),
            .paragraph(Line(paragraphs(overview.paragraphs)), .note),
        ]
    }

    private func paragraphs(_ addresses: [String]) -> String {
        addresses.map { words.words.paragraph($0) }.joined(separator: say("print.paragraph-separator"))
    }
}
