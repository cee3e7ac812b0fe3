import Record
import Registry
import Spreadsheet
import Words

/// What a file that came back would change, and what is wrong with it.
public struct AnswerImport: Sendable {
    /// A question that would be answered otherwise than it is.
    public struct Change: Sendable {
        public let question: QuestionView
        public let before: AnswerContent
        public let after: AnswerContent
        /// Whether the answer changed in the registry too, after the file was made.
        public let isConflict: Bool
        /// Where the file says it, by column.
        let cells: [AnswerColumn: CellAddress]

        /// Row of the sheet.
        public var row: Int? { cells[.question]?.row }
    }

    public let changes: [Change]
    /// How many rows say what stands.
    public let unchanged: Int
    /// Questions that were answered in the registry after the file was made, and stand in it as they were.
    public let newer: [String]
    public private(set) var faults: [SheetFault]
    public let sheet: AnswerSheet
    /// Name of the sheet of questions.
    public let name: String
    private let words: Words

    /// - Parameter languages: for names in faults, best first.
    public init(
        _ file: AnswerFile, into sheet: AnswerSheet, _ headings: AnswerHeadings, _ words: Words,
        languages: [String]
    ) {
        var reading = AnswerRowReading(
            file: file, sheet: sheet, headings: headings, words: words, languages: languages)
        for row in file.rows { reading.read(row) }
        let order = Dictionary(
            sheet.rows.enumerated().map { ($1.question.code, $0) }, uniquingKeysWith: { first, _ in first })
        // As the questionnaire asks: an earlier answer decides whether a later question is asked.
        changes = reading.changes.sorted {
            (order[$0.question.code] ?? 0) < (order[$1.question.code] ?? 0)
        }
        unchanged = reading.unchanged
        newer = reading.newer
        faults = reading.faults
        self.sheet = sheet
        name = file.sheet
        self.words = words
    }

    /// The acts that would carry it out, one a change, in their order.
    public func calls(by performer: ActPerformer) -> [ActCall] {
        changes.map { call($0, performer) }
    }

    /// The acts of what was confirmed: changes, and of the conflicts those that were chosen.
    public func calls(by performer: ActPerformer, overwriting codes: Set<String>) -> [ActCall] {
        chosen(codes).map { call($0, performer) }
    }

    /// What is carried out if of the conflicts these are chosen.
    public func chosen(_ codes: Set<String>) -> [Change] {
        changes.filter { !$0.isConflict || codes.contains($0.question.code) }
    }

    private func call(_ change: Change, _ performer: ActPerformer) -> ActCall {
        ActCall(
            sheet.side.act.kind,
            change.after.fields(of: change.question.code, in: sheet.assessment.id), by: performer)
    }

    /// The same with what the acts themselves refuse.
    ///
    /// - Parameter refusals: by position of the change.
    /// - Throws: the first refusal that is about no single row.
    public func refused(_ refusals: [Int: Refusal]) throws -> AnswerImport {
        var copy = self
        for (position, refusal) in refusals.sorted(by: { $0.key < $1.key }) {
            let isAboutRow = refusal.kind == .incomplete || refusal.code == "handing.not-handed"
            guard isAboutRow, changes.indices.contains(position) else { throw refusal }
            copy.faults += faults(of: refusal, changes[position])
        }
        copy.faults.sort { left, right in
            guard let one = left.cell, let other = right.cell else {
                return left.cell == nil && right.cell != nil
            }
            return one < other
        }
        return copy
    }

    private func faults(of refusal: Refusal, _ change: Change) -> [SheetFault] {
        guard refusal.faults.isEmpty else {
            return refusal.faults.map { fault in
                let (column, cell) = place(ofField: fault.field, change)
                return SheetFault(fault.code, sheet: name, cell: cell, fault.values)
                    .under(column?.heading(sheet.side, words))
            }
        }
        let field =
            switch refusal.code {
            case "answer.explanation-missing", "answer.not-applicable-why": "explanation"
            case "answer.reason-missing": "reason"
            case "handing.not-handed", "question.not-asked", "question.unknown": "question"
            default: "value"
            }
        return [
            SheetFault(
                refusal.code, sheet: name, cell: place(ofField: field, change).cell, refusal.values)
        ]
    }

    private func place(
        ofField field: String, _ change: Change
    ) -> (column: AnswerColumn?, cell: CellAddress?) {
        let cells = change.cells.sorted { $0.value < $1.value }
        let found = cells.first { column, _ in
            switch column {
            case .explanation: field == "explanation"
            case .reason: field == "reason"
            case .code(let name): name == field
            case .question: field == "question"
            case .value: field == "value"
            case .theme, .text, .kind, .other, .version: false
            }
        }
        return (found?.key, found?.value ?? change.cells[.value])
    }

    /// Tells one preview from another: who confirms what they saw, confirms that and nothing else.
    public var digest: String {
        SHA256.hash(
            JSONValue.array(
                changes.map { change in
                    .object([
                        "question": .string(change.question.code), "before": change.before.json,
                        "after": change.after.json, "conflict": .bool(change.isConflict),
                    ])
                }
            ).canonicalBytes
        ).hex
    }
}
