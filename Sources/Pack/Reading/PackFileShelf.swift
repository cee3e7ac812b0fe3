import Yams

/// The files of one pack, checked for what can be said of a file before it is understood.
struct PackFileShelf {
    static let mostFiles = 300
    static let mostBytes = 2_000_000
    static let yaml = [
        "pack.yaml", "resolutions.yaml", "themes.yaml", "requirements.yaml", "entities.yaml", "states.yaml",
        "regions.yaml", "scales.yaml", "stage-limits.yaml", "criteria.yaml", "figures.yaml",
        "share-words.yaml", "authorities.yaml", "capabilities.yaml", "assumptions.yaml",
    ]
    /// Files that packs have had only since a later version: where one is missing, its list is empty, so that packs
    /// adopted before load as they did.
    static let optionalYAML = ["questionnaires.yaml", "holidays.yaml", "offices.yaml", "letters.yaml"]
    static let traditional = "generated/zh-Hant.tsv"

    /// Text files by path.
    private(set) var texts: [String: String] = [:]
    private(set) var bytes: [String: [UInt8]] = [:]
    private let notes: FaultNotes

    init(_ files: [(path: String, bytes: [UInt8])], _ notes: FaultNotes) {
        self.notes = notes
        if files.count > Self.mostFiles {
            notes.note(
                .tooMany, "", nil, "The pack has \(files.count) files, more than \(Self.mostFiles).",
                "Keep only the pack's own files.")
        }
        for file in files.prefix(Self.mostFiles).sorted(by: { $0.path < $1.path }) {
            take(file.path, file.bytes)
        }
        for name in Self.yaml where bytes[name] == nil {
            notes.note(
                .missingFile, name, nil, "The file is missing.", "Add it, with an empty list if need be.")
        }
    }

    /// The root of a YAML file.
    func root(_ path: String) -> Place? {
        guard let text = texts[path] else { return nil }
        if let line = AliasScan.line(in: text) {
            notes.note(
                .alias, path, line, "The file uses a YAML alias, or a word that begins with `*`.",
                "Write the value out, or the word without the `*`.")
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                notes.note(.badYAML, path, 1, "The file is empty.", "Write its list, or `[]`.")
                return nil
            }
            return Place(file: path, node: node, notes: notes)
        } catch {
            note(error, path)
            return nil
        }
    }

    private mutating func take(_ path: String, _ content: [UInt8]) {
        guard Self.isPlain(path) else {
            notes.note(
                .badPath, String(path.quoted), nil, "The path leaves the pack or holds odd characters.",
                "Use letters, digits, full stops, hyphens and `/`, without `..`.")
            return
        }
        guard bytes[path] == nil else {
            notes.note(.duplicateFile, path, nil, "The file is there twice.", "Keep one.")
            return
        }
        bytes[path] = content
        guard Self.isKnown(path) else {
            notes.note(
                .unknownFile, path, nil, "A pack has no such file.",
                "Take it out; texts go into `resolutions/`, remarks into a `.md` file.")
            return
        }
        guard content.count <= Self.mostBytes else {
            notes.note(.tooLarge, path, nil, "The file is larger than 2 MB.", "Shorten or split it.")
            return
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            notes.note(
                .notUTF8, path, Self.lineOfBadByte(content), "The file is not UTF-8.", "Save it as UTF-8.")
            return
        }
        texts[path] = text
    }

    private func note(_ error: any Error, _ path: String) {
        let advice = "Mend the YAML here; texts that hold `: ` or ` #` need quotes."
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            notes.note(.badYAML, path, mark.line, "This is no YAML: \(problem).", advice)
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.map(\.quoted).joined(separator: ", ")
            notes.note(.duplicate, path, context.mark.line, "A key is there twice: \(names).", "Keep one.")
        case YamlError.reader(let problem, _, _, _):
            notes.note(.badYAML, path, nil, "This is no YAML: \(problem).", "Take out what is no text.")
        default:
            notes.note(.badYAML, path, nil, "This is no YAML.", advice)
        }
    }

    private static func isKnown(_ path: String) -> Bool {
        yaml.contains(path) || optionalYAML.contains(path) || path == traditional || path.hasSuffix(".md")
            || (path.hasPrefix("resolutions/") && path.hasSuffix(".txt"))
    }

    private static func isPlain(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count <= 200 && (1...3).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "."
                    && part.utf8.allSatisfy {
                        ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122)
                            || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                    }
            }
    }

    private static func lineOfBadByte(_ content: [UInt8]) -> Int {
        for (number, line) in content.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            return number + 1
        }
        return 1
    }
}
