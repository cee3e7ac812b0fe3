import Documents
import TestSeeds
import Testing

@Suite struct TextComparisonTests {
    private typealias Part = (String, TextComparison.Change)

    private func parts(_ former: String, _ later: String) -> [[String]] {
        TextComparison(from: former, to: later).paragraphs.map { paragraph in
            paragraph.map { part in
                switch part.change {
                case .same: part.text
                case .removed: "-\(part.text)-"
                case .added: "+\(part.text)+"
                }
            }
        }
    }

    @Test func `what changed within a paragraph is told by words, of Chinese by characters`() {
        #expect(
            parts("The law covers two offences.", "The law covers four offences since 2020.")
                == [["The law covers ", "-two-", "+four+", " offences", "+ since 2020+", "."]])
        #expect(parts("法律涵盖两项罪行", "法律涵盖四项罪行") == [["法律涵盖", "-两-", "+四+", "项罪行"]])
    }

    @Test func `paragraphs that share little stand whole, and one that went stays where it was`() {
        #expect(
            parts("Same\nNothing of this\nEnd", "Same\nWritten quite anew\nEnd")
                == [["Same"], ["-Nothing of this-"], ["+Written quite anew+"], ["End"]])
        #expect(parts("One\nTwo\nThree", "One\nThree") == [["One"], ["-Two-"], ["Three"]])
    }

    @Test func `what is too long to be aligned is removed and added whole`() {
        let long = (0..<3_000).map { "a\($0)" }.joined(separator: "\n")
        let other = (0..<3_000).map { "b\($0)" }.joined(separator: "\n")
        let compared = TextComparison(from: long, to: other)
        #expect(compared.text(.removed) == long)
        #expect(compared.text(.added) == other)
    }

    @Test(arguments: 1...200)
    func `both texts can be read from what was compared`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = ["law", "of", "the", "法", "律", "since", "2020", ".", ",", "\n", "border", "é"]
        func draw() -> [String] {
            (0..<Int.random(in: 0..<60, using: &random)).map { _ in words.randomElement(using: &random) ?? ""
            }
        }
        let first = draw()
        let former = first.joined(separator: " ")
        let later = (first.filter { _ in Bool.random(using: &random) } + draw()).joined(separator: " ")
        let compared = TextComparison(from: former, to: later)
        func tidy(_ text: String) -> String { text.split(separator: "\n").joined(separator: "\n") }
        #expect(compared.text(.removed) == tidy(former))
        #expect(compared.text(.added) == tidy(later))
        #expect(compared.isEmpty == (tidy(former) == tidy(later)))
    }
}
