/// Keeps track of which sub-paragraph is open, and says where a mark leads.
struct LetterLadder {
    private struct Rung {
        let reading: LetterMark.Reading
        let name: String
        let node: Int
    }

    enum Step: Equatable {
        /// Rungs that stay open, how the new mark reads, and whether it was read anew.
        case to(depth: Int, reading: LetterMark.Reading, oddity: Oddity?)
        case none
    }

    enum Oddity { case gap, repaired, repeated }

    private var rungs: [Rung] = []
    static let deepest = 4

    var isEmpty: Bool { rungs.isEmpty }
    /// The node whose text is being read; nil outside sub-paragraphs.
    var current: Int? { rungs.last?.node }
    func node(at depth: Int) -> Int { rungs[depth].node }

    mutating func clear() { rungs.removeAll(keepingCapacity: true) }

    /// - Parameter following: the next mark of the text, which settles what `(i)` is.
    func step(_ mark: LetterMark, following: LetterMark?) -> Step {
        if let step = successor(mark, following) { return step }
        for reading in mark.readings where reading.value == 1 {
            if let depth = rungs.firstIndex(where: { $0.reading.kind == reading.kind }) {
                return .to(depth: depth, reading: reading, oddity: .repeated)
            }
            if rungs.count < Self.deepest {
                return .to(depth: rungs.count, reading: reading, oddity: nil)
            }
        }
        return odd(mark, following)
    }

    private func successor(_ mark: LetterMark, _ following: LetterMark?) -> Step? {
        for depth in rungs.indices.reversed() {
            let rung = rungs[depth].reading
            let fits = mark.readings.first { $0.kind == rung.kind && $0.value == rung.value + 1 }
            guard let fits else { continue }
            let opensRoman =
                rung.kind == .letter && mark.printed == "i"
                && following?.readings.contains { $0.kind == .roman && $0.value == 2 } == true
            if opensRoman { continue }
            return .to(depth: depth, reading: fits, oddity: nil)
        }
        return nil
    }

    private func odd(_ mark: LetterMark, _ following: LetterMark?) -> Step {
        guard let last = rungs.last else {
            guard mark.hasBothBrackets, let reading = mark.readings.first(where: { $0.value <= 26 })
            else { return .none }
            return .to(depth: 0, reading: reading, oddity: .gap)
        }
        let expected = LetterMark.Reading(kind: last.reading.kind, value: last.reading.value + 1)
        let afterwards = following?.readings.contains {
            $0.kind == expected.kind && $0.value == expected.value + 1
        }
        if afterwards == true || mark.readings.isEmpty {
            return .to(depth: rungs.count - 1, reading: expected, oddity: .repaired)
        }
        for depth in rungs.indices.reversed() {
            if let reading = mark.readings.first(where: {
                $0.kind == rungs[depth].reading.kind && $0.value > rungs[depth].reading.value
            }) {
                return .to(depth: depth, reading: reading, oddity: .gap)
            }
        }
        for depth in rungs.indices.reversed() {
            if let reading = mark.readings.first(where: { $0.kind == rungs[depth].reading.kind }) {
                return .to(depth: depth, reading: reading, oddity: .repeated)
            }
        }
        // Letters that run on under a new outer mark: (i) (a) (b) (ii) (c).
        if mark.hasBothBrackets, rungs.count < Self.deepest, let reading = mark.readings.first {
            return .to(depth: rungs.count, reading: reading, oddity: .gap)
        }
        return .none
    }

    mutating func open(depth: Int, _ reading: LetterMark.Reading, node: Int) {
        rungs.removeSubrange(depth...)
        rungs.append(Rung(reading: reading, name: reading.name, node: node))
    }

    func name(under number: String, depth: Int, _ name: String) -> String {
        number + rungs.prefix(depth).map { "(\($0.name))" }.joined() + "(\(name))"
    }
}
