import Foundation
import Registry
import Testing
import Words

/// Everything that can be said has words, in every language that is complete.
@Suite struct WordsCoverageTests {
    static let languages = ["en", "zh-Hans"]

    private func words(_ tag: String) throws -> Words {
        try WordsLibrary.load(directory: SwiftSource.root.appending(path: "Resources/words").path).words(
            for: tag)
    }

    @Test(arguments: languages)
    func `every act and every field that people fill in has words`(tag: String) throws {
        let words = try words(tag)
        var missing: [String] = []
        for act in Catalogue.standard.all {
            let kind = act.kind.rawValue
            var keys = ["act.\(kind)", "act.\(kind).button", "act.\(kind).done"]
            for field in act.fields where field.isSupplied {
                if case .version = field.kind { continue }
                keys.append("\(kind).\(field.name)")
                // A choice may be named for its field, or once for all fields that offer it.
                if case .choice(let codes) = field.kind {
                    missing += codes.filter { code in
                        let names = ["\(kind).\(field.name).\(code)", "choice.\(code)", "capacity.\(code)"]
                        return !names.contains { words.has($0) }
                    }.map { "\(kind).\(field.name).\($0)" }
                }
            }
            missing += keys.filter { !words.has($0) }
        }
        #expect(missing == [], "words are missing in \(tag)")
    }

    /// The codes that stand in the code as literals.
    static let codes: [String] = {
        let texts = SwiftSource.all.map(\.statements)
        let refusals = texts.flatMap {
            $0.matches(of: /Refusal\(\s*"([a-z][a-z0-9.\-]*)"/).map { String($0.1) }
        }
        let faults = texts.flatMap { $0.matches(of: /"(field\.[a-z\-]+)"/).map { String($0.1) } }
        return Set(refusals + faults).sorted()
    }()

    @Test(arguments: languages)
    func `every refusal has words`(tag: String) throws {
        let words = try words(tag)
        #expect(Self.codes.count > 40)
        #expect(Self.codes.filter { !words.has($0) } == [], "words are missing in \(tag)")
    }

    @Test func `every code that an act says it refuses with is one that it uses`() {
        for source in SwiftSource.all where source.path.hasPrefix("Sources/Registry/Acts/") {
            guard let start = source.text.firstRange(of: "- Refuses:") else { continue }
            let rest = source.text[start.upperBound...]
            let comment = rest[..<(rest.firstRange(of: "public struct")?.lowerBound ?? rest.endIndex)]
            for match in comment.matches(of: /`([a-z\-]+\.[a-z\-]+)`/)
            where !Self.codes.contains(String(match.1)) {
                Issue.record("\(source.path): `\(match.1)` is said and never used")
            }
        }
    }
}
