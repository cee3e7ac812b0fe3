import Testing

@testable import HTML

@Suite struct AddressTests {
    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example",
        "\\\\evil.example", "/a b",
    ])
    func `an address that could run or lead astray becomes a hash`(address: String) {
        var html = HTML()
        html.a(.href(address), text: "x")
        #expect(html.string == "<a href=\"#\">x</a>")
    }

    @Test(arguments: [
        "/states/FRD", "?as-of=2023-03-30", "#OP-12", "states/FRD", "https://example.org/x",
        "mailto:a@example.org", "/search?q=a:b", "/mandate/S-RES-2617-2021", "",
    ])
    func `a path of the site or a usual scheme stays`(address: String) {
        #expect(Address.checked(address) == address)
    }

    @Test func `forms and images are held to the same addresses`() {
        var html = HTML()
        html.form(.action("javascript:x")) { $0.img(.src("data:x"), .alt("")) }
        #expect(html.string == "<form action=\"#\"><img src=\"#\" alt=\"\"></form>")
    }
}
