import Foundation

@testable import Mandate

/// The resolutions that lie beside the tests.
enum TestTexts {
    static let all = [
        "A-RES-80-146.en", "S-RES-1267-1999.en", "S-RES-1373-2001.en", "S-RES-1373-2001.fr",
        "S-RES-1535-2004.fr",
        "S-RES-1624-2005.en", "S-RES-2395-2017.en", "S-RES-2396-2017.en", "S-RES-2617-2021.en",
        "S-RES-2617-2021.zh-Hant", "S-RES-2727-2024.en", "unofficial/S-RES-2727-2024.ar.unofficial",
        "unofficial/S-RES-2727-2024.es.unofficial", "unofficial/S-RES-2727-2024.ru.unofficial",
    ]

    static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Texts/\(name).txt"), encoding: .utf8)
    }

    static func reading(_ name: String) throws -> ResolutionReading {
        ResolutionReader.read(try text(name))
    }
}

extension ResolutionReading {
    /// `P1`, `1`, `2(a)`: every address, in the text's order.
    var addresses: [String] {
        preamble.map { "P\($0.number)" } + allOperative.map(\.number)
    }

    /// Where this reading and another part; empty when they agree.
    func differences(from other: ResolutionReading) -> [String] {
        let (mine, others) = (gist, other.gist)
        return mine.filter { !others.contains($0) }.map { "+ \($0)" }
            + others.filter { !mine.contains($0) }.map { "- \($0)" }
    }

    subscript(number: String) -> OperativeParagraph? {
        allOperative.first { $0.number == number }
    }

    /// Everything but the running text, which keeps the print's own widths and breaks.
    var gist: [String] {
        preamble.map { "P\($0.number) \($0.citations.map(\.symbol.text))" }
            + allOperative.map { paragraph in
                let limits = paragraph.timeLimits.map { String($0.normalised.prefix { $0 != " " }) }
                return
                    "\(paragraph.number) \(paragraph.verbs) \(paragraph.citations.map(\.symbol.text)) \(limits)"
            }
    }
}

extension OperativeParagraph {
    /// Normalised limits, the event's words left off.
    var limits: [String] {
        timeLimits.map { String($0.normalised.prefix { $0 != " " }) }
    }
}
