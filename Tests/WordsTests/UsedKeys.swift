import Foundation

/// The keys that the sources name, found by reading them.
struct UsedKeys {
    /// Literals handed to `words("…")`, `.word("…")` or `Refusal("…")`, with the file that names them.
    let named: [String: String]
    /// Every literal that looks like a key, wherever it stands.
    let mentioned: Set<String>
    /// Kinds of acts, e.g. `adopt-pack`.
    let acts: Set<String>

    init(sources: URL) throws {
        let call = try Regex(#"\b(?:words|word|Refusal)\(\s*"([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)""#)
        let literal = try Regex(#""([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)""#)
        let kind = try Regex(#"ActKind = "([a-z-]+)""#)
        var acts: Set<String> = []
        var named: [String: String] = [:]
        var mentioned: Set<String> = []
        for case let file as URL in FileManager.default.enumerator(
            at: sources, includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "swift" {
            // Comments quote keys as examples.
            let text = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            for match in text.matches(of: call) {
                if let key = match.output[1].substring { named[String(key)] = file.lastPathComponent }
            }
            for match in text.matches(of: literal) {
                if let key = match.output[1].substring { mentioned.insert(String(key)) }
            }
            for match in text.matches(of: kind) {
                if let name = match.output[1].substring { acts.insert(String(name)) }
            }
        }
        self.acts = acts
        self.named = named
        self.mentioned = mentioned
    }
}
