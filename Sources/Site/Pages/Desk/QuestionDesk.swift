import Disclosure
import HTML
import Registry
import Words

/// Questions that were given to whoever looks, and discussions that wait for them.
struct QuestionDesk: Sendable {
    let person: String
    let cards: [BoardCard]
    /// How many questions of each case are mine, and how many of these nobody answered.
    let mine: [String: (all: Int, open: Int)]
    /// By case, the questions at which somebody waits for a word of mine.
    let waiting: [String: [String]]

    static func read(_ reader: Reader, _ cards: [BoardCard], _ person: String) throws -> QuestionDesk {
        let types: [ItemType] = [.remark, .assignment]
        let about = reader.viewer.audience == .directorate ? nil : reader.viewer.about
        let items = try reader.items(ofTypes: types, state: about)
        let open = cards.filter { !$0.isClosed }
        let remarks = Dictionary(grouping: items.filter { $0.type == .remark }, by: \.assessment)
        let assigned = Dictionary(grouping: items.filter { $0.type == .assignment }, by: \.assessment)
            .filter { $0.value.contains { $0.text("person") == person } }
        return QuestionDesk(
            person: person, cards: open, mine: try counted(reader, open, assigned, person),
            waiting: remarks.mapValues { remarks in
                Dictionary(grouping: remarks, by: \.question).filter { isWaiting($0.value, for: person) }
                    .keys.sorted()
            })
    }

    /// Whether somebody spoke after me where I took part, or named me.
    private static func isWaiting(_ remarks: [ItemView], for person: String) -> Bool {
        let last = remarks.lastIndex { $0.author == person }
        let after = remarks[(last.map { $0 + 1 } ?? 0)...]
        return last != nil ? !after.isEmpty : after.contains { $0.text("named") == person }
    }

    private static func counted(
        _ reader: Reader, _ cards: [BoardCard], _ assigned: [String: [ItemView]], _ person: String
    ) throws -> [String: (all: Int, open: Int)] {
        let own = cards.filter {
            assigned[$0.assessment.id.rawValue] != nil
                && AssessmentStage.drafting.contains($0.assessment.stage)
        }
        guard !own.isEmpty else { return [:] }
        let answers = try reader.items([.answer], ofAny: own.map(\.assessment.id.rawValue))
            .filter { $0.room == "directorate" }
        let answered = Set(answers.map { "\($0.assessment)/\($0.question)" })
        var questions: [String: [QuestionView]] = [:]
        var counts: [String: (all: Int, open: Int)] = [:]
        for card in own {
            let id = card.assessment.id.rawValue
            let edition = "\(card.assessment.questionnaire)/\(card.assessment.edition ?? "")"
            let all = try questions[edition] ?? reader.questions(of: card.assessment)
            questions[edition] = all
            let mine = all.filter { question in
                (!question.isForVisited || card.assessment.isVisited)
                    && assigned[id]?.assignee(of: question.code, theme: question.theme) == person
            }
            counts[id] = (mine.count, mine.filter { !answered.contains("\(id)/\($0.code)") }.count)
        }
        return counts
    }

    func lines(_ words: Words) -> [WorkList.Line] {
        cards.flatMap { card -> [WorkList.Line] in
            let id = card.assessment.id.rawValue
            let found = card.assessment
            let discussed = (waiting[id] ?? []).map { code in
                WorkList.Line(
                    Link(
                        words.of(card.state, words("desk.discussion", ["code": code])),
                        href: "\(Route.questions(found.state, cycle: found.cycle).path)#q-\(code)"),
                    about: words("desk.discussion-waits"), deadline: nil)
            }
            guard let count = mine[id], count.open > 0 else { return discussed }
            return discussed + [
                WorkList.Line(
                    Link(
                        words.of(card.state, words("desk.assigned", ["count": count.open])),
                        href: Route.myQuestions(found.state, cycle: found.cycle).path),
                    about: words(
                        "questions.progress",
                        [
                            "done": words.number(count.all - count.open), "total": words.number(count.all),
                        ]), deadline: nil)
            ]
        }
    }
}
