/// The name of a file that somebody sends. One rule: a name that could mislead whoever reads it, or lead anywhere, is
/// refused and not mended.
struct FileTitle: Sendable {
    let text: String

    static let longest = 200

    /// - Throws: `file.name`: empty, longer than 200 bytes, with control or invisible characters (those that turn the
    ///   direction of writing among them), with a path, or beginning or ending with a dot or a space.
    init(_ text: String) throws {
        let edges: Set<Character> = [".", " "]
        guard (1...Self.longest).contains(text.utf8.count), let first = text.first, let last = text.last,
            !edges.contains(first), !edges.contains(last), text.unicodeScalars.allSatisfy(Self.isPlain)
        else { throw Refusal("file.name", .incomplete) }
        self.text = text
    }

    /// What stands behind the last dot; nil where there is none.
    var ending: String? {
        text.lastIndex(of: ".").map { String(text[text.index(after: $0)...]) }
    }

    /// With the usual ending of a format where it has none.
    func text(as format: FileFormat) -> String {
        ending == nil ? "\(text).\(format.endings.first ?? "")" : text
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            false
        default: !"/\\".unicodeScalars.contains(scalar)
        }
    }
}
