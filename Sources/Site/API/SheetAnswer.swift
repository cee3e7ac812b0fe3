import Exchange
import Record
import Registry
import Words

/// What a program is told of a spreadsheet that it brought.
enum SheetAnswer {
    /// Of a preview; of what was done `acts` and `left` in place of `changes` and `faults`.
    static let schema = ValueSchema.object([
        .init("plan", .string()), .init("unchanged", .integer), .init("newer", .array(.string())),
        .init(
            "changes",
            .array(
                .object([
                    .init("question", .string()), .init("sheet", .string()), .init("row", .integer),
                    .init("conflict", .boolean), .init("before", .map(.any)), .init("after", .map(.any)),
                ])), required: false),
        .init(
            "faults",
            .array(
                .object([
                    .init("field", .string()), .init("message", .string()),
                    .init("sheet", .string(), required: false), .init("row", .integer, required: false),
                    .init("cell", .string(), required: false),
                ])), required: false),
        .init(
            "acts",
            .array(
                .object([
                    .init("question", .string()), .init("id", .string()), .init("name", .string()),
                    .init("at", .instant),
                    .init("objects", .array(.object([.init("type", .string()), .init("id", .string())]))),
                ])), required: false),
        .init("left", .array(.string()), required: false),
    ])
}

extension AnswerImport {
    /// What would change and what is wrong.
    func json(_ words: Words) -> JSONValue {
        counted([
            "changes": .array(
                changes.map { change in
                    .object([
                        "question": .string(change.question.code), "sheet": .string(name),
                        "row": .integer(Int64(change.row ?? 0)), "conflict": .bool(change.isConflict),
                        "before": change.before.said, "after": change.after.said,
                    ])
                }),
            "faults": .array(faults.map { $0.told(words).json }),
        ])
    }

    /// What was done, act by act, and of which questions what stands was left. No word of the answers: what is stored
    /// under a key must not outlive their erasure.
    func json(doing performed: [Performed], overwriting codes: Set<String>) -> JSONValue {
        let left = changes.filter { $0.isConflict && !codes.contains($0.question.code) }
        return counted([
            "acts": .array(
                zip(chosen(codes), performed).map { change, act in
                    .object([
                        "question": .string(change.question.code), "id": .string(act.entry.rawValue),
                        "name": .string(act.kind.rawValue), "at": .string(act.at.description),
                        "objects": .array(act.objects.map(\.json)),
                    ])
                }),
            "left": .array(left.map { .string($0.question.code) }),
        ])
    }

    private func counted(_ more: [String: JSONValue]) -> JSONValue {
        let fields: [String: JSONValue] = [
            "plan": .string(digest), "unchanged": .integer(Int64(unchanged)),
            "newer": .array(newer.map { .string($0) }),
        ]
        return .object(fields.merging(more) { $1 })
    }
}
