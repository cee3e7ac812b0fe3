import TestSeeds
import Testing

@testable import Mandate

@Suite struct LayoutTests {
    @Test(arguments: Seeds.standard, ["S-RES-2617-2021.en", "S-RES-1535-2004.fr", "S-RES-1267-1999.en"])
    func `hard line ends at any width change nothing`(seed: UInt64, name: String) throws {
        var random = SeededGenerator(seed: seed)
        let text = try TestTexts.text(name)
        let plain = ResolutionReader.read(text)
        for _ in 0..<4 {
            let width = Int.random(in: 60...100, using: &random)
            let wrapped = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { Self.wrap(String($0), width) }.joined(separator: "\n")
            let reading = ResolutionReader.read(wrapped)
            #expect(reading.differences(from: plain) == [], "at width \(width)")
        }
    }

    @Test(arguments: ["S-RES-2617-2021.zh-Hant"])
    func `Chinese lines may end anywhere`(name: String) throws {
        let text = try TestTexts.text(name)
        let wrapped = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.chop(String($0), 38) }.joined(separator: "\n")
        #expect(ResolutionReader.read(wrapped).differences(from: ResolutionReader.read(text)) == [])
    }

    @Test(arguments: ["S-RES-2617-2021.en", "S-RES-2617-2021.zh-Hant", "S-RES-1373-2001.fr"])
    func `blanks, soft hyphens and wide characters change nothing`(name: String) throws {
        let text = try TestTexts.text(name)
        var dressed = ""
        for (index, character) in text.enumerated() {
            switch character {
            case " ": dressed += index % 3 == 0 ? "\u{A0}" : " "
            case ",": dressed += index % 2 == 0 && name.contains("zh") ? "，" : ","
            case "(" where name.contains("zh"): dressed += "（"
            case ")" where name.contains("zh"): dressed += "）"
            case "0"..."9" where name.contains("zh") && character.isASCII:
                dressed.unicodeScalars.append(Self.wide(character))
            default:
                dressed += index % 40 == 0 && character.isLetter ? "\u{AD}\(character)" : String(character)
            }
        }
        let (first, second) = (ResolutionReader.read(text), ResolutionReader.read(dressed))
        #expect(second.addresses == first.addresses)
        #expect(second.allOperative.map(\.limits) == first.allOperative.map(\.limits))
        #expect(
            second.allOperative.map { $0.citations.map(\.symbol) }
                == first.allOperative.map { $0.citations.map(\.symbol) })
        #expect(second.allOperative.map(\.verbs) == first.allOperative.map(\.verbs))
    }

    @Test func `a page head in the middle of a paragraph changes nothing`() throws {
        let text = try TestTexts.text("S-RES-1373-2001.en")
        let head = "\n\n3\n\nS/RES/1373 (2001)\n\n01-55743 2/4\n\n"
        let cut = text.replacing("including funds derived ", with: "including\(head)funds derived ")
        #expect(cut != text)
        let reading = ResolutionReader.read(cut)
        #expect(reading.gist == ResolutionReader.read(text).gist)
        #expect(reading.warnings.contains { $0.code == .pageHead })
    }

    @Test func `a hyphen at the line's end is the layout's unless the text uses it`() {
        let reading = ResolutionReader.read(
            "The Security Council,\n\nRecalling the coun-\ntry and counter-\nterrorism,\n\n1. Decides.")
        #expect(reading.preamble.first?.text == "Recalling the country and counter-terrorism,")
    }

    private static func wide(_ digit: Character) -> Unicode.Scalar {
        let value = digit.unicodeScalars.first?.value ?? 0x30
        return Unicode.Scalar(value - 0x30 + 0xFF10) ?? "０"
    }

    private static func wrap(_ line: String, _ width: Int) -> String {
        var (lines, current) = ([String](), "")
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if !current.isEmpty, current.count + word.count + 1 > width {
                lines.append(current)
                current = String(word)
            } else {
                current += (current.isEmpty && lines.isEmpty ? "" : current.isEmpty ? "" : " ") + word
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }

    private static func chop(_ line: String, _ width: Int) -> String {
        let characters = Array(line)
        return stride(from: 0, to: max(1, characters.count), by: width)
            .map { String(characters[$0..<min(characters.count, $0 + width)]) }.joined(separator: "\n")
    }
}
