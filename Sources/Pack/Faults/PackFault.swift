/// One thing that is wrong with a pack, where, and what to do about it.
public struct PackFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let kind: Kind
    /// Path in the pack.
    public let file: String
    /// Line from 1; nil: the whole file.
    public let line: Int?
    /// What is wrong, as a sentence.
    public let what: String
    /// What to do, as a sentence.
    public let whatToDo: String

    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(what) \(whatToDo)"
    }

    /// Stable codes of faults.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case unreadable, tooMany, tooLarge, notUTF8, badPath, unknownFile, missingFile, duplicateFile
        case badYAML, alias, wrongShape, unknownKey, missingKey, emptyText, tooLong
        case badCode, badDate, badNumber, badChoice, badParagraph, badTimeZone
        case missingLanguage, unknownLanguage, duplicate, dangling, noBasis, gap
    }
}
