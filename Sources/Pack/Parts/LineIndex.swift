/// Where words stand in a pack's files, so that a fault found late still names its line.
///
/// A file is taken apart once, and only when something is wrong in it.
final class LineIndex {
    private let texts: [String: String]
    private var known: [String: [Substring: [Int]]] = [:]

    init(texts: [String: String]) { self.texts = texts }

    /// Lines from 1 on which a word, or a phrase, stands by itself.
    func lines(of phrase: String, in file: String) -> [Int] {
        guard let text = texts[file], let first = Self.words(phrase[...]).first else { return [] }
        let index = known[file] ?? Self.index(text)
        known[file] = index
        let found = index[first] ?? []
        guard first.count < phrase.count else { return found }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return found.filter { lines[$0 - 1].contains(phrase) }
    }

    private static func index(_ text: String) -> [Substring: [Int]] {
        var index: [Substring: [Int]] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for word in words(line) where index[word]?.last != number + 1 {
                index[word, default: []].append(number + 1)
            }
        }
        return index
    }

    private static func words(_ line: Substring) -> [Substring] {
        line.split { $0.isWhitespace || ",[]{}\"':#".contains($0) }
    }
}
