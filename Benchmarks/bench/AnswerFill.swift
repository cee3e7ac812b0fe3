import Disclosure
import Foundation
import Mandate
import Pack
import Record
import Registry
import Storage

/// Fills a demonstration world with answers by acts, so that pages can be measured beside many of them.
///
/// Stages are set by hand in the table: walking each case through the Committee would measure something else.
struct AnswerFill {
    private let registry: Registry
    private let performer: ActPerformer
    private let questions: [Pack.Question]
    private static let cycles = 10
    private static let answers = 400

    /// - Parameter place: a directory with a demonstration world, or the URL of its database.
    init(root: String, place: String) async throws {
        let location: DatabaseLocation =
            place.hasPrefix("postgres") ? .postgresql(url: place) : .sqlite(directory: place)
        let pack = try DemonstrationPack(
            mandate: root + "/Packs/counter-terrorism", overlay: root + "/Packs/demonstration", states: 193)
        let content = try PackLoader.load(files: pack.files)
        questions =
            content.questionnaires.first { $0.code == "detailed-survey" }?.questions
            .filter { $0.condition == nil } ?? []
        let begin = Date()
        registry = Registry(
            database: try await openDatabase(at: location),
            files: DirectoryFileStore(directory: NSTemporaryDirectory()),
            surroundings: Surroundings(
                now: {
                    // The demonstration's last act lies ahead of the clock.
                    let passed = Int64(Date().timeIntervalSince(begin) * 1_000_000)
                    return Instant(startOf: CalendarDate(2027, 1, 16), inZone: "UTC")
                        .advanced(byMicroseconds: passed)
                },
                random: { SystemRandom.bytes($0) }),
            signingKey: try DemonstrationArguments().signingKey())
        let people = try await registry.database.readAll {
            try $0.query("SELECT email FROM person_version WHERE email LIKE 'amara.%'")
        }
        guard let email: String = try people.first?.get("email"),
            let visitor = try await Accounts(registry).visitor(email: email, capacity: .expert)
        else { throw Bench.Wrong.usage }
        performer = visitor.performer(via: .api)
    }

    /// Ten cycles of 400 answers for some of the States, the last cycle left open.
    ///
    /// - Returns: the figure for what one answer costs, act and record included.
    func run(_ range: Range<Int>) async throws -> Figure {
        let states = try await registry.database.readAll {
            try $0.query("SELECT DISTINCT code FROM state ORDER BY code")
        }.map { try $0.get("code", as: String.self) }
        let processor = Processor.seconds()
        var count = 0
        for state in states[range] {
            for _ in 0..<Self.cycles {
                try await close(state)
                let open = ActCall(
                    "open-assessment",
                    ["state": .string(state), "questionnaire": "detailed-survey", "visited": "yes"],
                    by: performer)
                let opened = try await registry.perform(all: [open]).first
                guard let id = opened?.id(Kind.Assessment.self)?.rawValue else { throw Bench.Wrong.usage }
                _ = try await registry.perform(all: (0..<Self.answers).map { answer($0, id) })
                count += Self.answers
            }
        }
        let each = (Processor.seconds() - processor) / Double(max(1, count)) * 1e6
        return Figure(
            name: "\(count) answers by acts, 400 in a transaction", target: "-",
            measured: "CPU \(each.plain(0)) us each", ratio: nil, holds: true)
    }

    private func close(_ state: String) async throws {
        try await registry.database.write {
            try $0.execute(
                "UPDATE item SET value = 'closed' WHERE type = 'assessment' AND state = :state",
                ["state": state])
        }
    }

    private func answer(_ number: Int, _ assessment: String) -> ActCall {
        let question = questions[number % questions.count]
        let value: String? =
            switch question.kind {
            case .closed: "partly"
            case .open: nil
            case .date: "2024-03-01"
            case .number: "12"
            case .several, .register: question.options.first?.code
            }
        var fields: [String: JSONValue] = [
            "assessment": .string(assessment), "question": .string(question.code), "source": "state",
            "confidence": "medium",
            "explanation": .object([
                "en": .string(
                    "Article \(number) of the act on internal security covers this; the decree that is to carry it "
                        + "out was before the council of ministers when the State reported.")
            ]),
        ]
        fields["value"] = value.map { .string($0) }
        return ActCall("record-answer", fields, by: performer)
    }
}
