import Mandate
import Record

extension ResolutionReading {
    /// The shape of CONTRACT.md, `mandate read`.
    public var json: JSONValue {
        .object([
            "symbol": symbol.map { .string($0.text) } ?? .null,
            "title": .string(title ?? ""),
            "adopted": adopted.map { .string($0.description) } ?? .null,
            "language": .string(language.rawValue),
            "preamble": .array(preamble.map(\.json)),
            "operative": .array(operative.map(\.json)),
            "headings": .array(
                headings.map {
                    .object([
                        "text": .string($0.text), "line": .integer(Int64($0.line)),
                        "before": .string($0.before),
                    ])
                }),
            "annexes": .array(
                annexes.map { .object(["title": .string($0.title), "line": .integer(Int64($0.line))]) }),
            "warnings": .array(
                warnings.map {
                    .object([
                        "line": .integer(Int64($0.line)), "code": .string($0.code.rawValue),
                        "message": .string($0.message),
                    ])
                }),
        ])
    }
}

extension PreambularParagraph {
    var json: JSONValue {
        .object([
            "number": .integer(Int64(number)), "text": .string(text), "line": .integer(Int64(line)),
            "citations": .array(citations.map(\.json)),
        ])
    }
}

extension OperativeParagraph {
    /// With its sub-paragraphs, as deep as they go.
    var json: JSONValue {
        .object([
            "number": .string(number), "text": .string(text), "line": .integer(Int64(line)),
            "verbs": .array(verbs.map { .string($0) }), "addressees": .array(addressees.map { .string($0) }),
            "citations": .array(citations.map(\.json)), "timeLimits": .array(timeLimits.map(\.json)),
            "subparagraphs": .array(subparagraphs.map(\.json)),
        ])
    }
}

extension Citation {
    var json: JSONValue { .object(["symbol": .string(symbol.text), "printed": .string(printed)]) }
}

extension TimeLimit {
    var json: JSONValue {
        .object([
            "kind": .string(kind.rawValue), "text": .string(text), "normalised": .string(normalised),
        ])
    }
}
