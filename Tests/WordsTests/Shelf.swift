import Foundation

@testable import Words

/// The real words files, found from this file's place in the tree.
enum Shelf {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func library() throws -> WordsLibrary {
        try WordsLibrary.load(directory: root.appendingPathComponent("Resources/words").path)
    }

    static func messages(_ tag: String) throws -> [String: Message] {
        let file = root.appendingPathComponent("Resources/words/\(tag).yaml")
        return try WordsFile.read(String(contentsOf: file, encoding: .utf8), name: "\(tag).yaml").messages
    }

    /// A library of invented words.
    static func invented(_ texts: [String: String]) throws -> WordsLibrary {
        try WordsLibrary(texts: texts.mapValues { "language.name: X\n" + $0 })
    }
}
