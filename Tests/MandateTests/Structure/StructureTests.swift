import Testing

@testable import Mandate

@Suite struct StructureTests {
    private static func numbers(_ text: String) -> [String] {
        ResolutionReader.read("The Security Council,\n\nRecalling its resolutions,\n\n" + text).allOperative
            .map(\.number)
    }

    @Test func `a sole paragraph without a number is 1, and flagged`() {
        let reading = ResolutionReader.read(
            "The Security Council,\n\nHaving examined the application,\n\nRecommends to the General Assembly that it be admitted."
        )
        #expect(reading.operative.map(\.number) == ["1"])
        #expect(reading.preamble.count == 1)
        #expect(reading.warnings.contains { $0.code == .numberAdded })
    }

    @Test func `letters may stand under a verb alone`() {
        #expect(
            Self.numbers("Decides,\n\n(a) To call upon them;\n\n(b) To renew it;") == ["1", "1(a)", "1(b)"])
    }

    @Test func `sub-paragraphs go three deep`() {
        let text =
            "1. Decides:\n\n(a) first:\n\n(i) one:\n\na. x;\n\n(ii) two;\n\n(b) second;\n\n2. Requests:\n\n(h) odd;\n\n(i) next;"
        #expect(
            Self.numbers(
                "1. Decides:\n(a) first:\n(i) one:\n(1) deep;\n(2) deeper;\n(ii) two;\n(b) second;\n2. Requests it."
            )
                == ["1", "1(a)", "1(a)(i)", "1(a)(i)(1)", "1(a)(i)(2)", "1(a)(ii)", "1(b)", "2"])
        #expect(Self.numbers(text).suffix(3) == ["2", "2(h)", "2(i)"])
    }

    @Test func `what follows tells the letter i from the Roman number`() {
        let under = (UnicodeScalar("a").value...UnicodeScalar("h").value).compactMap(UnicodeScalar.init)
            .map { "(\($0)) item;" }.joined(separator: "\n")
        #expect(Self.numbers("1. Decides:\n\(under)\n(i) next;\n(j) last;").suffix(2) == ["1(i)", "1(j)"])
        #expect(
            Self.numbers("1. Decides:\n\(under)\n(i) one;\n(ii) two;").suffix(2) == ["1(h)(i)", "1(h)(ii)"])
    }

    @Test func `letters inside a sentence make no sub-paragraph`() {
        #expect(
            Self.numbers("1. Decides (a) to go, (b) to stay and (c) to act;\n\n2. Requests it.") == [
                "1", "2",
            ])
    }

    @Test func `repeated and missing numbers stay as printed, and are flagged`() {
        let reading = ResolutionReader.read(
            "The Security Council,\n\n1. Decides one;\n\n2. Requests two;\n\n2. Urges two again;\n\n5. Calls upon five;\n\n6. Decides six."
        )
        #expect(reading.operative.map(\.number) == ["1", "2", "2", "5", "6"])
        #expect(reading.warnings.filter { $0.code == .numberRepeated }.map(\.line) == [7])
        #expect(reading.warnings.filter { $0.code == .numberMissing }.map(\.line) == [9])
    }

    @Test func `an annex numbers for itself`() {
        let reading = ResolutionReader.read(
            "The Security Council,\n\n1. Decides one;\n\n2. Decides two.\n\nAnnex\n\n1. Decides nothing.\n\n2. Travel ban"
        )
        #expect(reading.operative.map(\.number) == ["1", "2"])
        #expect(reading.annexes.map(\.title) == ["Annex"])
        #expect(reading.annexes.first?.text.contains("Travel ban") == true)
    }

    @Test func `a press release's quotation marks are no text`() {
        let reading = ResolutionReader.read(
            "“The Security Council,\n\n“Recalling resolution 1701 (2006),\n\n“1.   Decides to extend;\n\n“2.   Decides to remain seized.”"
        )
        #expect(reading.addresses == ["P1", "1", "2"])
        #expect(reading.operative.map(\.verbs) == [["decides"], ["decides"]])
    }

    @Test func `Arabic digits and letters count as others do`() {
        let reading = ResolutionReader.read(
            "إن مجلس الأمن،\n\nإذ يشير إلى القرار ١٣٧٣ (٢٠٠١)،\n\n١ - يقرر أن على الدول:\n\n(أ) منع؛\n\n(ب) تجريم؛\n\n٢ - يقرر إبقاء المسألة قيد النظر."
        )
        #expect(reading.addresses == ["P1", "1", "1(a)", "1(b)", "2"])
        #expect(reading.preamble.first?.citations.map(\.symbol.text) == ["S/RES/1373(2001)"])
    }

    @Test func `a second resolution in the same text is left out, and said`() {
        let one = "The Security Council,\n\nRecalling it,\n\n1. Decides one.\n\n"
        let reading = ResolutionReader.read(one + one)
        #expect(reading.addresses == ["P1", "1"])
        #expect(reading.warnings.contains { $0.code == .anotherResolution })
    }
}
