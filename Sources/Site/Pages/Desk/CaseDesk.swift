import Disclosure
import HTML
import Mandate
import Registry
import Words

/// What waits for whoever looks on cases: on the desk of the Directorate and of the State's people.
struct CaseDesk: Sendable {
    let capacity: Capacity
    let person: String
    let cards: [BoardCard]
    /// Observations, decisions, second readings and ratings, by case.
    let items: [String: [ItemView]]
    let handings: [(assessment: String, question: String, person: String)]
    let answered: Set<String>
    /// Colleagues whose deputy whoever looks is today, with the last day.
    let standsInFor: [String: CalendarDate]
    let names: [String: String]
    let talk: QuestionDesk
    let requests: RequestDesk
    let calibrations: [CalibrationView]
    /// What is asked at the questions handed to whoever looks, by code.
    let asked: [String: LocalizedWording]
    let today: CalendarDate
    let languages: [String]

    /// Nil for those who have no work on cases. A few statements, however many cases.
    static func read(_ reader: Reader, _ languages: [String]) throws -> CaseDesk? {
        let viewer = reader.viewer
        guard let capacity = viewer.capacity, let person = viewer.person,
            [.expert, .head, .focalPoint, .mission, .contributor].contains(capacity)
        else { return nil }
        let isDirectorate = viewer.audience == .directorate
        let types: [ItemType] =
            isDirectorate
            ? [.observation, .decision, .secondReading, .measure, .notice]
            : [.answer, .observation, .recommendation, .followUp]
        let items = try reader.items(ofTypes: types, state: isDirectorate ? nil : viewer.about)
        let cards = try BoardCard.all(reader, languages).filter {
            isDirectorate || $0.assessment.state == viewer.about
        }
        let read = Set(items.filter { $0.type == .secondReading }.map(\.assessment))
        // Readers can differ only where there are two, and what differs is settled only while it is drafted.
        let unsettled = cards.filter {
            capacity == .head && AssessmentStage.drafting.contains($0.assessment.stage)
                && read.contains($0.assessment.id.rawValue)
        }
        let today = reader.asOf.day
        let away =
            isDirectorate
            ? try reader.absences().filter { $0.deputy == person && $0.covers(today) } : []
        let own = items.filter { $0.type == .answer && $0.room == "state" }
        let handings = isDirectorate ? [] : try reader.handings()
        return CaseDesk(
            capacity: capacity, person: person,
            cards: cards,
            items: Dictionary(
                grouping: try items
                    + reader.items([.rating], ofAny: unsettled.map(\.assessment.id.rawValue)),
                by: \.assessment), handings: handings,
            answered: Set(own.map { "\($0.assessment)/\($0.question)" }),
            standsInFor: Dictionary(away.map { ($0.person, $0.until) }) { max($0, $1) },
            names: try reader.peopleNames(away.map(\.person)),
            talk: try QuestionDesk.read(reader, cards, person),
            requests: try RequestDesk.read(reader, languages),
            calibrations: capacity == .expert ? try reader.calibrationsToRate() : [],
            asked: capacity == .contributor
                ? try Dictionary(
                    Set(handings.map(\.question)).compactMap { code in
                        try reader.question(code).map { (code, $0.text) }
                    }
                ) { first, _ in first } : [:],
            today: today, languages: languages)
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("desk.cases"), id: "cases") { html in
                html.add(WorkList(lines(words), empty: words("desk.no-cases")))
            })
    }

    private func lines(_ words: Words) -> [WorkList.Line] {
        let own =
            switch capacity {
            case .expert: expert(words)
            case .head: head(words)
            case .contributor: contributor(words)
            default: state(words)
            }
        return requests.lines(words) + own + talk.lines(words)
            + calibrations.map { one in
                WorkList.Line(
                    Link(
                        words.of(
                            one.title?.text(in: languages)?.text ?? "–", words("desk.calibration")),
                        href: Route.calibration(one.id).path),
                    about: words("calibration.stage.\(one.stage.rawValue)"),
                    deadline: one.dueOn.map { words.deadline($0, today: today, isOpen: true) })
            }
    }

    private func line(
        _ card: BoardCard, _ what: String, _ route: Route? = nil, _ words: Words
    ) -> WorkList.Line {
        WorkList.Line(
            Link(words.of(card.state, what), href: (route ?? card.route).path),
            about: [
                words("assessment.stage.\(card.assessment.stage.rawValue)"),
                standingIn(card.assessment.lead, words),
            ].compactMap { $0 }.joined(separator: " · "),
            deadline: card.due.map { words.deadline($0, today: card.today, isOpen: true) })
    }

    /// For whom a deputy sees to a case, and until when.
    private func standingIn(_ lead: String, _ words: Words) -> String? {
        guard lead != person, let until = standsInFor[lead] else { return nil }
        return words("desk.stands-in", ["name": names[lead] ?? "–", "until": words.date(until)])
    }

    func of(_ card: BoardCard) -> [ItemView] { items[card.assessment.id.rawValue] ?? [] }

    func unanswered(_ card: BoardCard) -> Int {
        let own = of(card)
        let decided = Set(own.lazy.filter { $0.type == .decision }.map(\.parent))
        return own.lazy.filter {
            $0.type == .observation && $0.value != "none" && !decided.contains($0.id)
        }.count
    }

    private func observations(_ card: BoardCard) -> Route {
        .observations(card.assessment.state, cycle: card.assessment.cycle)
    }

    private func readings(_ card: BoardCard) -> Route {
        .readings(card.assessment.state, cycle: card.assessment.cycle)
    }

    private func questions(_ card: BoardCard) -> Route {
        .questions(card.assessment.state, cycle: card.assessment.cycle)
    }

    private func expert(_ words: Words) -> [WorkList.Line] {
        cards.flatMap { card -> [WorkList.Line] in
            var lines: [WorkList.Line] = []
            let reads = of(card).contains {
                $0.type == .secondReading && $0.text("person") == person && $0.value != "concluded"
            }
            if reads { lines.append(line(card, words("desk.second-reading"), readings(card), words)) }
            let lead = card.assessment.lead
            guard lead == person || standsInFor[lead] != nil, card.assessment.stage != .closed else {
                return lines
            }
            let open = unanswered(card)
            if open > 0 {
                lines.append(
                    line(card, words("desk.observations", ["count": open]), observations(card), words))
            }
            lines.append(line(card, nextOfLead(card, words) ?? card.assessment.title(words), nil, words))
            return lines
        }
    }

    private func head(_ words: Words) -> [WorkList.Line] {
        cards.flatMap { card -> [WorkList.Line] in
            var lines: [WorkList.Line] = []
            let differing = RatingRow.rows(of(card)).filter(\.isOpen).count
            if differing > 0, AssessmentStage.drafting.contains(card.assessment.stage) {
                lines.append(
                    line(card, words("desk.differences", ["count": differing]), readings(card), words))
            }
            let next = nextOfHead(card, isSettled: differing == 0, words)
            if let next { lines.append(line(card, next, nil, words)) }
            return lines
        }
    }

    /// What is asked of us, by when, and what we sent.
    private func state(_ words: Words) -> [WorkList.Line] {
        cards.filter { $0.assessment.stage != .closed }.flatMap { card -> [WorkList.Line] in
            guard card.assessment.stage == .withState else {
                let next = nextOfState(card, words)
                return [line(card, next ?? card.assessment.title(words), nil, words)]
            }
            return [
                line(card, progress("desk.answer", card, .answer, words), questions(card), words),
                line(card, progress("desk.observe", card, .observation, words), observations(card), words),
            ]
        }
    }

    /// How many of the State's own were drafted and how many of these went out.
    private func progress(_ key: String, _ card: BoardCard, _ type: ItemType, _ words: Words) -> String {
        let own = of(card).filter { $0.type == type && $0.room == "state" }
        let sent = own.count { $0.reach?.isWithDirectorate == true }
        return words(key, ["drafted": own.count - sent, "sent": sent])
    }

    /// Only what was handed out, each with the way to where it is answered.
    private func contributor(_ words: Words) -> [WorkList.Line] {
        cards.flatMap { card in
            handings.filter { $0.assessment == card.assessment.id.rawValue }.map { handed in
                let isDone = answered.contains("\(handed.assessment)/\(handed.question)")
                return WorkList.Line(
                    Link(
                        words.of(
                            words("desk.question", ["code": handed.question]),
                            asked[handed.question]?.text(in: languages)?.text.shortened(to: 120)),
                        href: "\(questions(card).path)#q-\(handed.question)"),
                    about: words(isDone ? "desk.question-answered" : "desk.question-open"),
                    deadline: card.due.map { words.deadline($0, today: card.today, isOpen: !isDone) })
            }
        }
    }
}
