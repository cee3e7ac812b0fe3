import Record

/// The questions of a request as they are typed: one on each line, in each language as many.
struct RequestQuestions {
    /// As many as one request may have.
    static let most = 30

    let typed: LocalizedWording

    /// The question at a place, from nought, in every language.
    func question(at place: Int) -> LocalizedWording {
        LocalizedWording(
            typed.texts.mapValues(Self.lines).compactMapValues { $0.dropFirst(place).first })
    }

    /// - Throws: `request.lines-differ`, `request.too-many`.
    func check() throws {
        let counts = Set(typed.texts.values.map { Self.lines($0).count })
        guard counts.count == 1, counts != [0] else { throw Refusal("request.lines-differ", .incomplete) }
        guard counts.allSatisfy({ $0 <= Self.most }) else {
            throw Refusal("request.too-many", .incomplete, ["most": String(Self.most)])
        }
    }

    /// How many there are in what was typed, before it was checked: never more than a request may have.
    static func count(in typed: JSONValue?) -> Int {
        min(most, typed?.object?.values.compactMap(\.string).map { lines($0).count }.max() ?? 0)
    }

    /// The lines of a text that say something.
    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }
}
