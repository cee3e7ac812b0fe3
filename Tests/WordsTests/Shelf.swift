import Foundation

@testable import Words

/// The real words files, found from this file's place in the tree.
enum Shelf {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Read once: the files are long for a parser without optimisation.
    private static let read = Result {
        try WordsLibrary.load(directory: root.appendingPathComponent("Resources/words").path)
    }

    static func library() throws -> WordsLibrary { try read.get() }

    static func messages(_ tag: String) throws -> [String: Message] { try library().words(for: tag).own }

    /// A library of invented words.
    static func invented(_ texts: [String: String]) throws -> WordsLibrary {
        try WordsLibrary(texts: texts.mapValues { "language.name: X\n" + $0 })
    }
}
