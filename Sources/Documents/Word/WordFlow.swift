/// What the main part calls for in other parts: its footnotes and its numbered lists, in the order of the text.
struct WordFlow {
    /// A footnote's identifier is its place here, from 1: 0 and below are the lines that set footnotes apart.
    private(set) var notes: [[Line]] = []
    private(set) var numberings: [Numbering] = []

    /// A list whose items bear numbers.
    struct Numbering {
        let start: Int
        /// How deep it lies within other lists, from 0.
        let level: Int
    }

    mutating func add(_ note: [Line]) -> Int {
        notes.append(note)
        return notes.count
    }

    /// - Returns: the identifier of the list's numbering; 1 is that of lists without numbers.
    mutating func add(_ list: Block.List, level: Int) -> Int {
        guard let start = list.start else { return 1 }
        numberings.append(Numbering(start: start, level: level))
        return numberings.count + 1
    }
}
