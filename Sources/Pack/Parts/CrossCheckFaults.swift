extension CrossChecks {
    func refuse(_ file: String, _ codes: [String]) {
        var seen: Set<String> = []
        for code in codes where !seen.insert(code).inserted {
            let line = lines(of: code, in: file).dropFirst().first
            notes.note(.duplicate, file, line, "\(code.quoted) is there twice.", "Keep one.")
        }
    }

    func dangling(_ file: String, _ code: String, _ what: String, _ home: String) {
        note(
            .dangling, file, code, "There is no \(what) \(code.quoted).",
            "Add it to \(home), or mend the reference.")
    }

    func note(_ kind: PackFault.Kind, _ file: String, _ word: String, _ what: String, _ whatToDo: String) {
        notes.note(kind, file, lines(of: word, in: file).first, what, whatToDo)
    }

    /// The lines of a file on which a word stands by itself. Only walked once something is wrong.
    private func lines(of word: String, in file: String) -> [Int] {
        let lines = shelf.texts[file]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.enumerated().compactMap { number, line in
            var rest = line[...]
            while let range = rest.firstRange(of: word) {
                let before =
                    range.lowerBound == line.startIndex ? nil : line[line.index(before: range.lowerBound)]
                let after = range.upperBound == line.endIndex ? nil : line[range.upperBound]
                if !Self.continues(before) && !Self.continues(after) { return number + 1 }
                rest = rest[range.upperBound...]
            }
            return nil
        }
    }

    private static func continues(_ neighbour: Character?) -> Bool {
        neighbour.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" } ?? false
    }
}
