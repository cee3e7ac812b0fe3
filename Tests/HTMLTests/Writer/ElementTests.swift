import Testing

@testable import HTML

@Suite struct ElementTests {
    @Test func `elements nest as they are written`() {
        var html = HTML()
        html.article(.class("entry"), .id("a")) { html in
            html.h2 { $0.a(.href("/x"), text: "Freedonia") }
            html.ul { html in for reason in ["one", "two"] { html.li(text: reason) } }
        }
        #expect(
            html.string == """
                <article class="entry" id="a"><h2><a href="/x">Freedonia</a></h2>\
                <ul><li>one</li><li>two</li></ul></article>
                """)
    }

    @Test func `a text that is written from right to left says so, wherever its language is said`() {
        var html = HTML()
        html.p(.lang("ar"), text: "نص")
        html.p(.lang("zh-Hans"), text: "文")
        html.p(.language("ar"), .dir("rtl"), text: "نص")
        #expect(
            html.string == """
                <p lang="ar" dir="rtl">نص</p><p lang="zh-Hans">文</p><p lang="ar" dir="rtl">نص</p>
                """)
    }

    @Test func `a flag is written when it is on and left out when it is not`() {
        var html = HTML()
        html.input(.type("checkbox"), .checked(true), .disabled(false), .required())
        #expect(html.string == "<input type=\"checkbox\" checked required>")
    }

    @Test func `an attribute whose condition fails is left out`() {
        var html = HTML()
        html.p(.when(false, .class("x")), .class(""), .when(true, .lang("zh-Hans"))) { _ in }
        #expect(html.string == "<p lang=\"zh-Hans\"></p>")
    }

    @Test func `an error thrown inside passes through`() {
        struct Stop: Error {}
        var html = HTML()
        #expect(throws: Stop.self) { try html.div { _ in throw Stop() } }
    }
}
