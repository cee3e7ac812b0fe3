import Pack
import Testing

@Suite struct LetterTests {
    @Test func `a letter says in each language what is known when it is drafted`() throws {
        let letter = try #require(try SmallPack.load(SmallPack.files).letters.first)
        #expect(letter.form == .noteVerbale && letter.office == .directorate)
        #expect(letter.placeholders == [.state, .cycle])
        let text = letter.text { placeholder, language in
            placeholder == .cycle ? "3" : language == "en" ? "Freedonia" : "弗里多尼亚"
        }
        #expect(text == ["en": "To Freedonia, cycle 3.\n\nRegards", "zh-Hans": "致弗里多尼亚，第3周期。\n\n致意"])
    }

    @Test(arguments: [
        ("{cycle}.\"", "{moon}.\"", PackFault.Kind.badChoice), ("{cycle}周期", "周期", .gap),
        ("zh-Hans: 致意", "fr: Salut", .unknownKey), ("form: note-verbale", "form: poem", .badChoice),
        ("office: directorate", "office: bakery", .badChoice),
    ])
    func `a placeholder that is unknown or missing in a language is a fault`(
        old: String, new: String, kind: PackFault.Kind
    ) {
        let faults = SmallPack.faults(SmallPack.changed("letters.yaml", old, new))
        #expect(faults.contains { $0.kind == kind && $0.file == "letters.yaml" }, "\(faults)")
    }

    @Test func `every letter of the mandate's own pack is written in both languages`() throws {
        let pack = try RealPack.pack.get()
        #expect(pack.letters.count >= 5 && Set(pack.offices.map(\.code)).count == 2)
        for letter in pack.letters {
            let text = letter.text { _, _ in "X" }
            #expect(Set(text.keys).isSuperset(of: ["en", "zh-Hans", "zh-Hant"]), "\(letter.code)")
            #expect(text.values.allSatisfy { !$0.contains("{") }, "\(letter.code)")
        }
    }
}
