import Disclosure
import Exchange
import Foundation
import Mandate
import Pack
import Record
import Registry
import Spreadsheet
import Words

/// Answers as a spreadsheet: one assessment of the detailed survey, every question answered, out and back in.
struct SpreadsheetBench {
    private let root: String
    private let place: String

    init(root: String, place: String) {
        self.root = root
        self.place = place
    }

    /// Among few and among many other States.
    private static let sizes = (small: 12, large: 96)

    func run(_ report: @Sendable (Figure) -> Void) async throws {
        let words = try WordsLibrary.load(directory: "\(root)/Resources/words")
        let small = try await Desk(root: root, place: "\(place)/small", states: Self.sizes.small, words)
        let large = try await Desk(root: root, place: "\(place)/large", states: Self.sizes.large, words)
        let (few, bytes) = try await small.export()
        let (many, _) = try await large.export()
        let shape = "\(small.questions) questions"
        report(
            Figure(
                name: "spreadsheet: export, \(shape), \(bytes / 1_000) kB", target: "< 1 s",
                measured: "\((few * 1e3).plain(0)) ms", ratio: nil, holds: few < 1))
        report(
            Figure(
                name: "spreadsheet: export among \(Self.sizes.large) States against \(Self.sizes.small)",
                target: "<= 1.50", measured: "\((many * 1e3).plain(0)) ms, \((few * 1e3).plain(0)) ms",
                ratio: many / few, holds: many / few <= 1.5))
        let preview = try await small.preview()
        report(
            Figure(
                name: "spreadsheet: preview of \(small.questions) changes", target: "< 2 s",
                measured: "\((preview * 1e3).plain(0)) ms", ratio: nil, holds: preview < 2))
    }

    /// An expert at an assessment in a world of its own.
    private struct Desk {
        let registry: Registry
        let visitor: Visitor
        let assessment: AssessmentID
        let words: WordsLibrary
        let questions: Int
        private let headings: AnswerHeadings

        init(root: String, place: String, states: Int, _ words: WordsLibrary) async throws {
            let world = try await BenchWorld(root: root, place: place, states: states)
            registry = world.registry
            self.words = words
            headings = AnswerHeadings(words, .directorate)
            let email = world.signIns.first { $0.capacity == Capacity.expert.rawValue }?.email ?? ""
            guard let visitor = try await Accounts(registry).visitor(email: email, capacity: .expert) else {
                throw Missing.expert
            }
            self.visitor = visitor
            let found = try await registry.read(for: visitor.viewer) { reader in
                try reader.assessments().first {
                    $0.questionnaire == "detailed-survey" && AssessmentStage.drafting.contains($0.stage)
                }
            }
            guard let found else { throw Missing.assessment }
            assessment = found.id
            let sheet = try await registry.read(for: visitor.viewer) { try AnswerSheet($0, found) }
            let performer = visitor.performer(via: .import)
            let calls = (sheet?.rows ?? []).map { row in
                ActCall(
                    RecordAnswer.kind, Self.answer(row.question, found.id.rawValue), by: performer)
            }
            questions = calls.count
            // What an answer makes needless is refused, and stays unanswered.
            for call in calls {
                do { _ = try await registry.perform(call) } catch is Refusal { continue }
            }
        }

        private static func answer(_ question: QuestionView, _ assessment: String) -> [String: JSONValue] {
            let text = String(repeating: "The code, as amended, covers this in its third part. ", count: 8)
            var fields: [String: JSONValue] = [
                "assessment": .string(assessment), "question": .string(question.code), "source": "state",
                "confidence": "high", "explanation": ["en": .string(text), "zh-Hans": .string(text)],
            ]
            switch question.kind {
            case .closed, .several, .register:
                fields["value"] = question.options.first.map { .string($0.code) }
            case .date: fields["value"] = "2024"
            case .number: fields["value"] = "12"
            case .open: break
            }
            return fields
        }

        private func sheet(_ reader: Reader) throws -> AnswerSheet {
            guard let found = try reader.assessment(assessment), let sheet = try AnswerSheet(reader, found)
            else { throw Missing.assessment }
            return sheet
        }

        private func bytes() async throws -> [UInt8] {
            let sheet = try await registry.read(for: visitor.viewer) { try self.sheet($0) }
            return try AnswerWorkbook(sheet, words.words(for: "en"), languages: ["en"]).bytes()
        }

        /// - Returns: seconds of the best of several, and the size of the file.
        func export() async throws -> (seconds: Double, bytes: Int) {
            var count = 0
            let seconds = try await best(of: 10) { count = try await bytes().count }
            return (seconds, count)
        }

        /// The file with something amended in every explanation: each row would change.
        func preview() async throws -> Double {
            let words = words.words(for: "en")
            let performer = visitor.performer(via: .import)
            let file = try Self.amended(try await bytes(), words)
            return try await best(of: 3) {
                let sheet = try await registry.read(for: visitor.viewer) { try self.sheet($0) }
                let read = try AnswerFile(file, of: sheet, headings)
                _ = try await registry.attempt(by: performer) { reader in
                    let plan = AnswerImport(
                        read, into: try self.sheet(reader), headings, words, languages: ["en"])
                    return (plan.changes.count, plan.calls(by: performer))
                }
            }
        }

        private static func amended(_ bytes: [UInt8], _ words: Words) throws -> [UInt8] {
            var workbook = try Workbook.read(bytes)
            let heading = words("sheet.column.explanation", ["language": words("language.en")])
            let rows = workbook.sheets[0].rows
            let column = rows[0].entries.first { $0.cell.value == .text(heading) }?.column ?? 0
            for row in rows.dropFirst() {
                guard case .text(let text)? = row[column]?.value else { continue }
                workbook.sheets[0][CellAddress(row: row.number, column: column)] = .text("\(text) Amended.")
            }
            return try workbook.bytes()
        }

        private func best(of times: Int, _ body: () async throws -> Void) async throws -> Double {
            var best = Double.infinity
            for _ in 0..<times { best = min(best, try await Stopwatch.seconds(body)) }
            return best
        }
    }

    private enum Missing: Error { case expert, assessment }
}
