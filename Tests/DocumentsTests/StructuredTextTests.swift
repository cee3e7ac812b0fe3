import Documents
import HTML
import TestSeeds
import Testing

/// Text as people type it, read by cmark and kept whole.
@Suite struct StructuredTextTests {
    private func html(_ typed: String, level: Int = 1) -> String {
        var html = HTML()
        StructuredText(typed, level: level).blocks.write(
            to: &html, notes: .below(mark: "a", title: "Footnotes", back: "Back"))
        return String(decoding: html.bytes, as: UTF8.self)
    }

    @Test func `headings, lists, emphasis and quotations are what they are`() {
        let typed = """
            # Findings
            The law *covers* all **four** offences.
            Since 2020.

            - first
              - within
            - second

            3. third
            4. fourth

            > Said at the visit
            """
        #expect(
            StructuredText(typed, level: 2).blocks == [
                .heading(2, "Findings"),
                .paragraph(
                    Line([
                        Span("The law "), Span("covers", isEmphasised: true), Span(" all "),
                        Span("four", isStrong: true), Span(" offences.\nSince 2020."),
                    ])),
                .list(
                    .init([
                        [.paragraph("first"), .list(["within"])], [.paragraph("second")],
                    ])),
                .list(.init([[.paragraph("third")], [.paragraph("fourth")]], start: 3)),
                .paragraph("Said at the visit", .quotation),
            ])
    }

    @Test func `a footnote stands where it is called for, with its words`() {
        let typed = "Law 12[^a] and 13[^2].\n\n[^2]: Of *2021*.\n[^a]: Of 2020.\n"
        #expect(
            StructuredText(typed).blocks == [
                .paragraph(
                    Line([
                        Span("Law 12"), Span("", note: ["Of 2020."]), Span(" and 13"),
                        Span("", note: [Line([Span("Of "), Span("2021", isEmphasised: true), Span(".")])]),
                        Span("."),
                    ]))
            ])
        #expect(
            html(typed) == """
                <p>Law 12\u{2060}<sup class="footnote-call"><a href="#a-note-1" id="a-call-1">1</a></sup> and 13\u{2060}<sup \
                class="footnote-call"><a href="#a-note-2" id="a-call-2">2</a></sup>.</p><section class="footnotes" \
                aria-label="Footnotes"><ol><li id="a-note-1">Of 2020. <a href="#a-call-1" aria-label="Back">↩</a></li>\
                <li id="a-note-2">Of <em>2021</em>. <a href="#a-call-2" aria-label="Back">↩</a></li></ol></section>
                """)
    }

    @Test(arguments: [
        "A <b>law</b> & an <script>alert(1)</script>",
        "See [the law](https://example.org \"a\") and ![p](x.png)",
        "[1]: see S/2020/1", "[^1]: a footnote that nothing calls for", "&lt;not&gt; decoded &amp; kept",
        "`code` and ~~struck~~", "https://example.org and <https://example.org>", "2617 (2021), OP 12, a_b_c",
        "above\n---\nbelow", "***", "a\n=\nb", "[^x] is not explained", "C:\\temp and \\ alone",
    ])
    func `what is no mark of ours stands as it was typed`(typed: String) {
        #expect(StructuredText(typed).words == typed)
        #expect(!html(typed).contains("<script"))
        #expect(!html(typed).contains("href=\"http"))
        #expect(!html(typed).contains("<img"))
    }

    @Test func `a mark behind a backslash stands for itself`() {
        #expect(StructuredText(##"\*not so\* \# \[a\] \<b\>"##).words == "*not so* # [a] <b>")
        #expect(StructuredText("    set in & kept <so>").words == "set in & kept <so>")
    }

    @Test func `a footnote that is explained twice keeps both explanations`() {
        let words = StructuredText("One[^1].\n\n[^1]: first\n\n[^1]: second\n").words
        #expect(words.contains("first"))
        #expect(words.contains("[^1]: second"))
    }

    @Test(arguments: 1...400)
    func `no word is lost, whatever marks stand around it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let marks = [
            "*", "**", "_", "# ", "## ", "- ", "1. ", "> ", "[^1]", "[^1]: ", "[^2]", "\n[^2]: ", "\n",
            "\n\n",
            "    ", "  ", "`", "```\n", "~~~\n", "<b>", "<!-- ", "-->", "[a](b)", "]: ", "[", "]", "\\",
            "&amp;",
            "---\n", "***\n", "===\n", "|", "\t", "\u{0}", "\u{202E}", "<?", "<![CDATA[", "![", "(", ")",
        ]
        var typed = ""
        var words: [String] = []
        for index in 0..<40 {
            if random.next() % 3 == 0 {
                words.append("w\(String(index, radix: 26))q")
                typed += words[words.count - 1] + (random.next() % 2 == 0 ? " " : "")
            } else {
                typed += marks[Int(random.next() % UInt64(marks.count))]
            }
        }
        let kept = StructuredText(typed).words
        for word in words where !kept.contains(word) {
            Issue.record("\(word) is lost of \(typed.debugDescription): \(kept.debugDescription)")
        }
    }

    @Test(arguments: [">", "- ", "*a ", "[^1]", "[", "1. ", "**", "_a", "\\", "[^1]: ", "> - ", "# "])
    func `what nests without end is read to its end`(mark: String) {
        let typed = String(repeating: mark, count: 20_000 / mark.count) + "last"
        #expect(StructuredText(typed).words.contains("last"))
    }
}
