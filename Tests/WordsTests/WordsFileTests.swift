import Testing

@testable import Words

@Suite struct WordsFileTests {
    @Test(arguments: [
        ("a: \"{open\"", 1), ("a: x\nb: \"close}\"", 2), ("a: \"{}\"", 1), ("a:\n  one: x", 1),
        ("a: x\na: y", nil), ("a: x\nb:\n  several: y", 2), ("a: [x]", 1), ("- a", 1), ("", 1),
        ("a: \"x", nil),
    ])
    func `a broken file is refused, with the line where it is known`(text: String, line: Int?) {
        let fault = #expect(throws: WordsFault.self) { try WordsFile.read(text, name: "en.yaml") }
        if let line { #expect(fault?.line == line) }
        #expect(fault?.description.hasPrefix("en.yaml") == true)
    }

    @Test func `English must be there`() {
        #expect(throws: WordsFault.self) { try WordsLibrary(texts: ["fr": "language.name: français"]) }
    }

    @Test func `a language must say its own name`() {
        #expect(throws: WordsFault.self) { try WordsLibrary(texts: ["en": "a: x"]) }
    }

    @Test func `a language may run from right to left`() throws {
        let library = try WordsLibrary(texts: [
            "en": "language.name: English", "ar": "language.name: العربية\nlanguage.direction: rtl",
        ])
        #expect(library.words(for: "ar").language.direction == .rightToLeft)
        #expect(library.words(for: "en").language.direction == .leftToRight)
    }
}
