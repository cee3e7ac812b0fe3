/// A paragraph while its lines are being gathered.
struct Draft {
    /// A stretch of `CleanText.bytes` on one line.
    struct Piece {
        let line: Int
        let start: Int
        let end: Int
        /// Stands apart from what precedes it in the same paragraph.
        let isApart: Bool
    }

    var number: String
    let line: Int
    var pieces: [Piece] = []
    /// Place among the drafts; nil for a paragraph.
    let parent: Int?
}

/// What a text is made of, before its words are read.
struct Structure {
    var head: [Int] = []
    var organ: Int?
    var preamble: [Draft] = []
    var operative: [Draft] = []
    var headings: [(text: String, line: Int, before: String?)] = []
    var annexes: [Draft] = []
    var closing: [Int] = []
    var warnings: [ReadingWarning] = []
}
