import Record
import Registry

/// What an answer says, as far as a spreadsheet carries it. Two that say the same are equal.
public struct AnswerContent: Hashable, Sendable {
    /// In the spelling of the pack; empty where there is none.
    public internal(set) var value: String
    /// By language; none is empty.
    public internal(set) var explanations: [String: String]
    /// Why the State does not agree, by language; none is empty.
    public internal(set) var reasons: [String: String] = [:]
    /// What stands beside it and is not of the file: fields of the act that go on as they are.
    var carried: [String: JSONValue] = [:]
    /// Position, or source and confidence, by the name of their field.
    public internal(set) var codes: [String: String]

    init(value: String = "", explanations: [String: String] = [:], codes: [String: String] = [:]) {
        self.value = value
        self.explanations = explanations
        self.codes = codes
    }

    init(_ item: ItemView, _ side: AnswerSide) {
        value = item.value ?? ""
        explanations = (item.body?.texts ?? [:]).mapValues(Self.tidied).filter { !$0.value.isEmpty }
        if side == .state {
            reasons = (item.note?.texts ?? [:]).mapValues(Self.tidied).filter { !$0.value.isEmpty }
        }
        codes = side.codeFields.reduce(into: [:]) { $0[$1.name] = item.text($1.name) }
    }

    /// Whether nothing was said.
    public var isEmpty: Bool { value.isEmpty && explanations.isEmpty && reasons.isEmpty && codes.isEmpty }

    /// Tells one content from another; nothing can be read from it that is not in the content.
    var digest: String {
        String(SHA256.hash(json.canonicalBytes).hex.prefix(32))
    }

    var json: JSONValue {
        .object([
            "value": .string(value), "explanations": .object(explanations.mapValues { .string($0) }),
            "reasons": .object(reasons.mapValues { .string($0) }),
            "codes": .object(codes.mapValues { .string($0) }),
        ])
    }

    /// What the act's fields would say, for programs; of what is beside the file, nothing.
    public var said: JSONValue { .object(spoken) }

    /// The fields of the act that says it.
    func fields(of question: String, in assessment: AssessmentID) -> [String: JSONValue] {
        var fields = carried
        fields["assessment"] = .string(assessment.rawValue)
        fields["question"] = .string(question)
        return fields.merging(spoken) { $1 }
    }

    private var spoken: [String: JSONValue] {
        var fields: [String: JSONValue] = codes.mapValues { .string($0) }
        if !value.isEmpty { fields["value"] = .string(value) }
        if !explanations.isEmpty {
            fields["explanation"] = .object(explanations.mapValues { .string($0) })
        }
        if !reasons.isEmpty { fields["reason"] = .object(reasons.mapValues { .string($0) }) }
        return fields
    }

    /// Line ends as LF, nothing blank around: programs for spreadsheets change both at will.
    static func tidied(_ text: String) -> String {
        var rest = Substring(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
