import TestSeeds
import Testing

@testable import HTML

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a & b", "a &amp; b"),
        ("\"quoted\" 'so'", "&quot;quoted&quot; &#39;so&#39;"),
        ("反恐执行局", "反恐执行局"),
        ("line\none\ttab", "line\none\ttab"),
        ("nul\u{0}bell\u{7}", "nul\u{FFFD}bell\u{FFFD}"),
        ("", ""),
    ])
    func `text is written so that it stays text`(text: String, written: String) {
        var html = HTML()
        html.text(text)
        #expect(html.string == written)
    }

    @Test(arguments: Seeds.standard)
    func `whatever is typed, no markup comes of it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("<>&\"'/= abc\u{0}\u{1F}\n中é😀;#x")
        for _ in 0..<300 {
            let typed = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                })
            var html = HTML()
            html.p(.class(typed + "x"), .data("draft", typed)) { $0.text(typed) }
            #expect(html.string.count { $0 == "<" } == 2)
            #expect(html.string.count { $0 == ">" } == 2)
            #expect(html.string.count { $0 == "\"" } == 4)
        }
    }

    @Test func `the unescaped rest of a text is kept byte for byte`() {
        var html = HTML()
        html.text("&a<b>c")
        #expect(html.bytes == Array("&amp;a&lt;b&gt;c".utf8))
    }
}
