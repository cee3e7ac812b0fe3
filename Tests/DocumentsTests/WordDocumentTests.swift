import Documents
import Testing

/// Files for word processors, opened by python-docx.
@Suite struct WordDocumentTests {
    private static func open(_ document: Document, _ script: String) throws -> String {
        try Python.run(
            "import docx\nd = docx.Document(path)\n" + script, file: WordDocument(document).bytes(),
            called: "a.docx")
    }

    @Test func `headings, lists and tables are what they are, by their styles`() throws {
        let said = try Self.open(
            Samples.document(),
            """
            for p in d.paragraphs:
                print(p.style.name, '|', p.text)
            t = d.tables[0]
            print([[c.text for c in r.cells] for r in t.rows])
            print(t.rows[0]._tr.trPr.xpath('w:tblHeader') != [], t.rows[1]._tr.trPr.xpath('w:tblHeader') != [])
            print([p.text for p in d.paragraphs if p._p.xpath('w:pPr/w:numPr')])
            """)
        let expected = """
            Title | Overview: Freedonia
            Fact | State  Freedonia
            Fact | Stage  adopted
            Heading 1 | Implementation
            Heading 2 | Borders
            Normal | A law is & in <force>, "since" 2020.
            Normal | Said: 法律 now
            List Paragraph | One
            List Paragraph | Two
            After a table |\u{20}
            Note | A note
            [['Requirement', 'Rests on', 'Value'], ['Watch lists', '2396 (2017), OP 13', 'partly'], ['Records', '–', 'largely']]
            True False
            ['One', 'Two']

            """
        #expect(said == expected)
    }

    @Test func `classification, recipient and date stand on every page, with its number`() throws {
        let said = try Self.open(
            Samples.document(),
            """
            s = d.sections[0]
            print(len(d.sections), [p.text for p in s.header.paragraphs])
            f = s.footer.paragraphs[0]
            print(f.text, f._p.xpath('.//w:instrText/text()'))
            """)
        #expect(
            said == """
                1 ['CONFIDENTIAL', 'Made for: Ada Example · 15 January 2027']
                Overview: Freedonia  ·  Page 1 of 1 [' PAGE ', ' NUMPAGES ']

                """)
    }

    @Test func `a file says what it is, of which day, in which language`() throws {
        let said = try Self.open(
            Samples.document(language: "zh-Hans"),
            """
            c = d.core_properties
            print(c.title, '|', c.subject, '|', c.author, '|', c.language, '|', c.created, '|', c.modified)
            r = d.paragraphs[0].runs[0]._r
            print(r.xpath('w:rPr/w:lang/@w:eastAsia'), r.xpath('w:rPr/w:rFonts/@w:eastAsia'))
            """)
        #expect(
            said == """
                Overview: Freedonia | Assessment, cycle 3 | The Directorate | zh-Hans | 2027-01-15 00:00:00+00:00 | 2027-01-15 00:00:00+00:00
                ['zh-CN'] ['Noto Serif CJK SC']

                """)
    }

    @Test func `what is written from right to left says so of page, paragraph, run and table`() throws {
        let said = try Self.open(
            Samples.document(language: "ar", isRightToLeft: true, title: "نظرة عامة"),
            """
            x = d.element.body.xpath
            print(len(x('w:sectPr/w:bidi')), len(x('.//w:p')) == len(x('.//w:p[w:pPr/w:bidi]')))
            print(len(x('.//w:tblPr/w:bidiVisual')))
            print(d.paragraphs[0]._p.xpath('w:r/w:rPr/w:rtl') != [], d.paragraphs[0].text)
            chinese = [r for r in x('.//w:r') if '法律' in r.text][0]
            print(chinese.xpath('w:rPr/w:rtl') == [])
            """)
        #expect(said == "1 True\n1\nTrue نظرة عامة\nTrue\n")
    }

    @Test func `a text's lists keep their numbers and levels, its footnotes are footnotes`() throws {
        let typed =
            "One[^a] *so* **very**.\n\n3. third\n   - within\n4. fourth\n\n> Said\n\n[^a]: A *note*.\n"
        let said = try Self.open(
            Samples.document(blocks: StructuredText(typed).blocks),
            """
            import re
            for p in d.paragraphs[1:]:
                print(p.style.name, p._p.xpath('w:pPr/w:numPr/w:ilvl/@w:val'), '|', p.text,
                      [(r.text, r.bold, r.italic) for r in p.runs if r.bold or r.italic])
            n = d.part.numbering_part._element
            print(n.xpath('w:num[@w:numId="2"]/w:lvlOverride/w:startOverride/@w:val'))
            f = [r.target_part for r in d.part.rels.values() if r.reltype.endswith('/footnotes')][0]
            print(d.element.body.xpath('.//w:footnoteReference/@w:id'), re.findall('<w:t[^>]*>([^<]+)', f.blob.decode()))
            """)
        #expect(
            said == """
                Normal [] | One so very. [('so', None, True), ('very', True, None)]
                List Paragraph ['0'] | third []
                List Paragraph ['1'] | within []
                List Paragraph ['0'] | fourth []
                Quote [] | Said []
                ['3']
                ['1'] [' ', 'A ', 'note', '.']

                """)
    }

    @Test
    func `an Arabic text in an English document begins at the right, and what stands around it at the left`()
        throws
    {
        let document = Samples.document(blocks: [
            .paragraph("Reason given"), .paragraph(Line("أُدخل التعديل حيز النفاذ.", language: "ar")),
            .list([Line("المادة 7", language: "ar"), "Article 7"]),
            .paragraph("Reason: " + Line("المادة 7", language: "ar")),
        ])
        let said = try Self.open(
            document,
            """
            for p in d.paragraphs:
                print(p._p.xpath('w:pPr/w:bidi') != [], [r.xpath('w:rPr/w:rtl') != [] for r in p._p.xpath('w:r')])
            """)
        #expect(
            said.hasSuffix(
                """
                False [False]
                True [True]
                True [True]
                False [False]
                False [False, True]

                """), "\(said)")
        let print = String(decoding: document.printHTML, as: UTF8.self)
        #expect(print.contains("<p lang=\"ar\" dir=\"rtl\">أُدخل التعديل حيز النفاذ.</p>"))
        #expect(print.contains("<p>Reason: <span lang=\"ar\" dir=\"rtl\">المادة 7</span></p>"))
    }

    @Test func `the same document gives the same bytes`() throws {
        let one = try WordDocument(Samples.document()).bytes()
        #expect(try WordDocument(Samples.document()).bytes() == one)
        #expect(try WordDocument(Samples.document(title: "Other")).bytes() != one)
    }

    @Test func `what XML cannot carry is shown as a mark and breaks nothing`() throws {
        let hostile = "a\u{0}b\u{7}c\u{FFFE}d ]]> <w:p/> \u{202E}e"
        let said = try Self.open(
            Samples.document(
                title: hostile, blocks: [.paragraph(Line(hostile)), .heading(9, Line(hostile))]),
            "print(ascii(d.paragraphs[1].text), d.paragraphs[2].style.name)")
        #expect(said == #"'a\ufffdb\ufffdc\ufffdd ]]> <w:p/> \u202ee' Heading 3"# + "\n")
    }
}
