import Pack
import Record

/// The pack of a demonstration world: the mandate's own, with the first few invented States in the place of the
/// real ones.
public struct DemonstrationPack: Sendable {
    public let files: [(path: String, bytes: [UInt8])]
    /// How many invented States there are to choose from.
    public let available: Int

    /// - Parameters:
    ///   - mandate: directory of the mandate's pack.
    ///   - overlay: directory of the invented States and regions.
    ///   - states: how many States to keep, in the order of their file.
    /// - Throws: `PackFaults` where a directory cannot be read.
    public init(mandate: String, overlay: String, states: Int) throws(PackFaults) {
        let all = try PackLoader.read(directory: mandate, overlay: overlay)
        let lines = Self.lines(of: "states.yaml", in: all)
        let codes = lines.compactMap(Self.code)
        let kept = Set(codes.prefix(states))
        available = codes.count
        files = all.map { file in
            switch file.path {
            case "states.yaml":
                let rest = lines.filter { line in Self.code(line).map(kept.contains) ?? true }
                return (file.path, Array(rest.joined(separator: "\n").utf8) + [0x0A])
            case "regions.yaml":
                let text = Self.lines(of: file.path, in: all).joined(separator: "\n")
                return (
                    file.path, Array(Self.regions(text, without: Set(codes).subtracting(kept)).utf8) + [0x0A]
                )
            default: return file
            }
        }
    }

    /// The same pack with a later version of one questionnaire, as the story words it.
    func files(with next: JSONValue) -> [(path: String, bytes: [UInt8])] {
        let pairs = (next["replace"]?.array ?? []).compactMap { pair -> (String, String)? in
            guard let words = pair.array?.compactMap(\.string), words.count == 2 else { return nil }
            return (words[0], words[1])
        }
        return files.map { file in
            guard file.path == "questionnaires.yaml" else { return file }
            let (from, to) = (next["from"]?.string ?? "", next["to"]?.string ?? "")
            var text = String(decoding: file.bytes, as: UTF8.self)
            text = text.replacing("version: \"\(from)\"", with: "version: \"\(to)\"", maxReplacements: 1)
            for (old, new) in pairs { text = text.replacing(old, with: new) }
            return (file.path, Array(text.utf8))
        }
    }

    private static func lines(of path: String, in files: [(path: String, bytes: [UInt8])]) -> [Substring] {
        let bytes = files.first { $0.path == path }?.bytes ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// The code of a line such as `- { code: ABR, en: Auberon }`; the overlay keeps a State on one line.
    private static func code(_ line: Substring) -> String? {
        guard line.hasPrefix("- { code: ") else { return nil }
        return line.dropFirst(10).split(separator: ",").first.map { String($0) }
    }

    /// The regions with their lists of members cut down.
    private static func regions(_ text: String, without gone: Set<String>) -> String {
        var output = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: "members: ["),
            let closing = rest[opening.upperBound...].firstIndex(of: "]")
        {
            output += rest[..<opening.upperBound]
            let members = rest[opening.upperBound..<closing].split { $0 == "," || $0.isWhitespace }
            output += members.filter { !gone.contains(String($0)) }.joined(separator: ", ")
            rest = rest[closing...]
        }
        return output + rest
    }
}
