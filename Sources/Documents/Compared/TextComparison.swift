/// What changed between two texts: paragraph by paragraph, and word by word within one that stayed in the main.
public struct TextComparison: Hashable, Sendable {
    public enum Change: Hashable, Sendable { case same, removed, added }

    /// A stretch of a paragraph that is one of these throughout.
    public struct Part: Hashable, Sendable {
        public let text: String
        public let change: Change
    }

    /// Paragraphs in the order of the later text; one that was removed stands where it was.
    public let paragraphs: [[Part]]

    public init(from former: String, to later: String) {
        let (before, after) = (Self.lines(of: former), Self.lines(of: later))
        var paragraphs: [[Part]] = []
        var (removed, added): ([String], [String]) = ([], [])
        func settle() {
            paragraphs += Self.changed(removed, added)
            (removed, added) = ([], [])
        }
        for step in Alignment.steps(from: before, to: after) {
            switch step {
            case .same(let line):
                settle()
                paragraphs.append([Part(text: line, change: .same)])
            case .removed(let line): removed.append(line)
            case .added(let line): added.append(line)
            }
        }
        settle()
        self.paragraphs = paragraphs
    }

    public var isEmpty: Bool { paragraphs.allSatisfy { $0.allSatisfy { $0.change == .same } } }

    /// The text as it was, or as it is, without the marks of change.
    public func text(_ change: Change) -> String {
        paragraphs.map { $0.filter { $0.change == .same || $0.change == change }.map(\.text).joined() }
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// Paragraphs in the place of others: those that are alike are compared by words, in their order.
    private static func changed(_ removed: [String], _ added: [String]) -> [[Part]] {
        var paragraphs: [[Part]] = []
        for index in 0..<max(removed.count, added.count) {
            let was = index < removed.count ? removed[index] : nil
            let now = index < added.count ? added[index] : nil
            if let was, let now, let parts = compared(was, now) {
                paragraphs.append(parts)
            } else {
                if let was { paragraphs.append([Part(text: was, change: .removed)]) }
                if let now { paragraphs.append([Part(text: now, change: .added)]) }
            }
        }
        return paragraphs
    }

    /// Two paragraphs word by word; nil where they share too little to be read as one.
    private static func compared(_ was: String, _ now: String) -> [Part]? {
        let steps = Alignment.steps(from: tokens(of: was), to: tokens(of: now))
        var parts: [Part] = []
        var shared = 0
        for step in steps {
            let (text, change): (String, Change) =
                switch step {
                case .same(let text): (text, .same)
                case .removed(let text): (text, .removed)
                case .added(let text): (text, .added)
                }
            if change == .same { shared += text.count }
            if let last = parts.last, last.change == change {
                parts[parts.count - 1] = Part(text: last.text + text, change: change)
            } else {
                parts.append(Part(text: text, change: change))
            }
        }
        return shared * 3 >= max(was.count, now.count) ? parts : nil
    }

    /// Words, characters of Chinese, and what stands between them.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var isInWord = false
        for character in text {
            let isOfWord = (character.isLetter || character.isNumber) && !character.isIdeograph
            if isOfWord, isInWord {
                tokens[tokens.count - 1].append(character)
            } else {
                tokens.append(String(character))
            }
            isInWord = isOfWord
        }
        return tokens
    }
}

extension Character {
    fileprivate var isIdeograph: Bool { unicodeScalars.first?.properties.isIdeographic == true }
}
