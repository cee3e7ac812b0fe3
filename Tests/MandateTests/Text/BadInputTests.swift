import TestSeeds
import Testing

@testable import Mandate

@Suite struct BadInputTests {
    @Test(arguments: Seeds.standard)
    func `no change of bytes makes the reader fail or lose count`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for name in TestTexts.all {
            let source = Array(try TestTexts.text(name).utf8)
            for _ in 0..<6 {
                var bytes = source
                for _ in 0..<Int.random(in: 1...60, using: &random) where bytes.count > 1 {
                    let at = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: at)
                    case 2: bytes.insert(contentsOf: Array("\n(a) 12. ".utf8), at: at)
                    default: bytes.replaceSubrange(at..<min(bytes.count, at + 300), with: [])
                    }
                }
                let reading = ResolutionReader.read(bytes)
                let numbers = reading.allOperative.map(\.number)
                let isFlagged = reading.warnings.contains {
                    $0.code == .numberRepeated || $0.code == .letterOdd
                }
                #expect(Set(numbers).count == numbers.count || isFlagged, "\(name) with seed \(seed)")
            }
        }
    }

    @Test(arguments: ["", " ", "\n\n\n", "Hello, world.", "1", "<p><p>", "(a)", "第", "\u{FEFF}"])
    func `what is no resolution gives empty lists and says so`(text: String) {
        let reading = ResolutionReader.read(text)
        #expect(reading.preamble.isEmpty && reading.operative.isEmpty)
        #expect(reading.warnings.contains { $0.code == .noResolution })
    }

    @Test func `binary is told from text`() {
        var random = SeededGenerator(seed: 3)
        let bytes = (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(ResolutionReader.read(bytes).warnings.contains { $0.code == .notText })
    }

    @Test func `UTF-16 and Windows-1252 are read, the latter with a warning`() throws {
        let text = try TestTexts.text("S-RES-1373-2001.fr")
        let plain = ResolutionReader.read(text)
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(ResolutionReader.read(wide).gist == plain.gist)
        let narrow = text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x92 }
        let reading = ResolutionReader.read(narrow)
        #expect(reading.addresses == plain.addresses)
        #expect(reading.warnings.contains { $0.code == .encoding })
    }

    @Test func `markup is taken off`() throws {
        let text = try TestTexts.text("S-RES-1373-2001.en")
        let page =
            "<!DOCTYPE html><html><head><script>if (1 < 2) { 1. }</script></head><body><div>"
            + text.split(separator: "\n").map { "<p><i>\($0.replacing("’", with: "&rsquo;"))</i></p>\n" }
            .joined()
            + "</div></body></html>"
        let reading = ResolutionReader.read(page)
        #expect(reading.gist == ResolutionReader.read(text).gist)
        #expect(reading.warnings.contains { $0.code == .markup })
    }

    @Test func `one endless line is kept, not read, and ends`() {
        let text =
            "The Security Council,\n\n1. Decides " + String(repeating: "within 1 (a) 第 ", count: 40_000)
        let reading = ResolutionReader.read(text)
        #expect(reading.operative.count == 1)
        #expect(reading.warnings.contains { $0.code == .tooLong })
    }
}
