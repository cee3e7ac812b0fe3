/// What was typed, with a backslash before each mark that is not ours to read, so that it stands as it is.
struct TypedText {
    let guarded: String

    init(_ typed: String) {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guarded = lines.map { Self.isRule($0) ? Self.guardedRule($0) : Self.guarded($0) }.joined(
            separator: "\n")
    }

    /// A line of dashes and the like: it would turn the one above into a heading, or be left out.
    private static func isRule(_ line: Substring) -> Bool {
        guard let mark = line.first(where: { $0 != " " && $0 != "\t" }), "-=_*".contains(mark) else {
            return false
        }
        return line.allSatisfy { $0 == mark || $0 == " " || $0 == "\t" }
    }

    private static func guardedRule(_ line: Substring) -> String {
        line.map { $0 == " " || $0 == "\t" ? String($0) : "\\\($0)" }.joined()
    }

    /// Marks of HTML, entities, code and links. A bracket stays a mark before `^`, which calls for a footnote.
    private static func guarded(_ line: Substring) -> String {
        var kept = ""
        var place = line.startIndex
        while place < line.endIndex {
            let character = line[place]
            let next = line.index(after: place)
            switch character {
            case "\\" where next < line.endIndex && line[next].isMark:
                kept.append(character)
                kept.append(line[next])
                place = next
            case "\\": kept += "\\\\"
            case "[" where next < line.endIndex && line[next] == "^": kept.append(character)
            case "<", "&", "`", "~", "[", "!": kept += "\\\(character)"
            default: kept.append(character)
            }
            place = line.index(after: place)
        }
        return kept
    }
}

extension Character {
    /// Whether a backslash before it takes its meaning: ASCII punctuation.
    var isMark: Bool {
        guard let code = asciiValue else { return false }
        return (33...47).contains(code) || (58...64).contains(code) || (91...96).contains(code)
            || (123...126).contains(code)
    }
}
