/// Keeps track of which sub-paragraph is open, and says where a mark leads.
struct LetterLadder {
    private struct Rung {
        let reading: LetterMark.Reading
        let name: String
        let node: Int
    }

    enum Step: Equatable {
        /// Rungs that stay open, the name of the new sub-paragraph, and whether it was read anew.
        case to(depth: Int, name: String, oddity: Oddity?)
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
                return .to(depth: depth, name: reading.name, oddity: .repeated)
            }
            if rungs.count < Self.deepest {
                return .to(depth: rungs.count, name: reading.name, oddity: nil)
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
            return .to(depth: depth, name: fits.name, oddity: nil)
        }
        return nil
    }

    private func odd(_ mark: LetterMark, _ following: LetterMark?) -> Step {
        guard let last = rungs.last else {
            guard mark.hasBothBrackets, let reading = mark.readings.first(where: { $0.value <= 26 })
            else { return .none }
            return .to(depth: 0, name: reading.name, oddity: .gap)
        }
        let expected = LetterMark.Reading(kind: last.reading.kind, value: last.reading.value + 1)
        let afterwards = following?.readings.contains {
            $0.kind == expected.kind && $0.value == expected.value + 1
        }
        if afterwards == true || mark.readings.isEmpty {
            return .to(depth: rungs.count - 1, name: expected.name, oddity: .repaired)
        }
        for depth in rungs.indices.reversed() {
            if let reading = mark.readings.first(where: {
                $0.kind == rungs[depth].reading.kind && $0.value > rungs[depth].reading.value
            }) {
                return .to(depth: depth, name: reading.name, oddity: .gap)
            }
        }
        for depth in rungs.indices.reversed() {
            if let reading = mark.readings.first(where: { $0.kind == rungs[depth].reading.kind }) {
                return .to(depth: depth, name: reading.name, oddity: .repeated)
            }
        }
        // Letters that run on under a new outer mark: (i) (a) (b) (ii) (c).
        if mark.hasBothBrackets, rungs.count < Self.deepest, let reading = mark.readings.first {
            return .to(depth: rungs.count, name: reading.name, oddity: .gap)
        }
        return .none
    }

    mutating func open(depth: Int, mark: LetterMark, name: String, node: Int) {
        rungs.removeSubrange(depth...)
        let reading =
            mark.readings.first { $0.name == name } ?? Self.reading(named: name, after: mark)
        rungs.append(Rung(reading: reading, name: name, node: node))
    }

    private static func reading(named name: String, after mark: LetterMark) -> LetterMark.Reading {
        let scalars = name.unicodeScalars.map(\.value)
        if name.count == 1, let first = scalars.first, (0x61...0x7A).contains(first) {
            return .init(kind: .letter, value: Int(first - 0x60))
        }
        if let value = LetterMark.roman(scalars) { return .init(kind: .roman, value: value) }
        return .init(kind: .digit, value: Int(name) ?? 1)
    }

    func name(under number: String, depth: Int, _ name: String) -> String {
        number + rungs.prefix(depth).map { "(\($0.name))" }.joined() + "(\(name))"
    }
}
