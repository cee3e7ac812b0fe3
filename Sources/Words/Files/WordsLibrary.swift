import Foundation

/// The words of every language that has a file.
public struct WordsLibrary: Sendable {
    private let byTag: [String: Words]
    /// English first, then by tag.
    public let languages: [Language]

    /// Reads every `*.yaml` of a directory: another language is another file, named by its tag.
    ///
    /// - Parameter directory: path, e.g. `Resources/words`. Files named `….overrides.yaml` belong to the
    ///   making of the traditional Chinese file and are left out.
    /// - Throws: `WordsFault` for the first file that cannot be used, or if English is missing.
    public static func load(directory: String) throws -> WordsLibrary {
        var texts: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: directory) {
            guard file.hasSuffix(".yaml"), !file.hasSuffix(".overrides.yaml") else { continue }
            let data = try Data(contentsOf: URL(fileURLWithPath: directory).appendingPathComponent(file))
            guard let text = String(bytes: data, encoding: .utf8) else {
                throw WordsFault(file: file, line: nil, what: "not UTF-8")
            }
            texts[String(file.dropLast(".yaml".count))] = text
        }
        return try WordsLibrary(texts: texts)
    }

    /// - Parameter texts: the files' texts by language tag.
    public init(texts: [String: String]) throws(WordsFault) {
        guard let englishText = texts["en"] else {
            throw WordsFault(
                file: "en.yaml", line: nil, what: "missing: every other language falls back to it")
        }
        let english = try WordsFile.read(englishText, name: "en.yaml").messages
        var all: [String: Words] = [:]
        for (tag, text) in texts {
            let own = tag == "en" ? english : try WordsFile.read(text, name: "\(tag).yaml").messages
            let language = try Self.language(tag, own)
            all[tag] = Words(language: language, own: own, fallback: english)
        }
        byTag = all
        let tags = all.keys.sorted { ($0 == "en" ? "" : $0) < ($1 == "en" ? "" : $1) }
        languages = tags.compactMap { all[$0]?.language }
    }

    /// The words of a language; English where there is no such language.
    public func words(for tag: String) -> Words {
        if let words = byTag[tag] ?? byTag["en"] { return words }
        // Not reached: `init` refuses a library without English.
        return Words(language: .english, own: [:], fallback: [:])
    }

    /// Whether there is a file for this very tag.
    public func has(_ tag: String) -> Bool { byTag[tag] != nil }

    /// The words that suit an Accept-Language header best; English where none does.
    public func words(accepting header: String) -> Words {
        words(for: LanguageNegotiation.best(for: header, among: languages.map(\.tag)) ?? "en")
    }

    private static func language(
        _ tag: String, _ messages: [String: Message]
    ) throws(WordsFault) -> Language {
        func plain(_ key: String) -> String? {
            messages[key]?.text([:], rule: .of(.english), number: { String($0) })
        }
        guard let name = plain("language.name") else {
            throw WordsFault(
                file: "\(tag).yaml", line: nil, what: "add language.name, the language's own name")
        }
        let direction = plain("language.direction").flatMap(Language.Direction.init(rawValue:))
        return Language(tag: tag, direction: direction ?? .leftToRight, name: name)
    }
}
