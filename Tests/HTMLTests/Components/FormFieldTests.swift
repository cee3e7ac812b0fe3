import Testing

@testable import HTML

@Suite struct FormFieldTests {
    private func written(_ component: some Component) -> String {
        var html = HTML()
        html.add(component)
        return html.string
    }

    @Test func `help and error are read out with the control`() {
        let html = written(
            FormField("due", label: "Due", .date("2023-03-30"), help: "h", error: "e", isRequired: true))
        #expect(html.contains("<label for=\"field-due\">Due</label>"))
        #expect(html.contains("aria-describedby=\"field-due-help field-due-error\""))
        #expect(html.contains("aria-invalid=\"true\""))
        #expect(html.contains("id=\"field-due-help\"") && html.contains("id=\"field-due-error\""))
    }

    @Test func `an error links to its field`() {
        let html = written(ErrorSummary(title: "t", lines: [.init(field: "due", "Write a date")]))
        #expect(html.contains("<a href=\"#field-due\">Write a date</a>"))
    }

    @Test func `what was typed comes back, a password does not`() {
        #expect(written(FormField("a", label: "A", .longText("\n<x>"))).contains(">\n\n&lt;x&gt;</textarea>"))
        #expect(written(FormField("a", label: "A", .text("secret", .plain))).contains("secret"))
        #expect(!written(FormField("a", label: "A", .text("secret", .password))).contains("secret"))
        #expect(!written(FormField("a", label: "A", .text("secret", .newPassword))).contains("secret"))
    }

    @Test func `choices stand under one legend with the chosen one marked`() {
        let options = [FormControl.Option("a", "A"), .init("b", "B")]
        let html = written(FormField("kind", label: "Kind", .radio(options, chosen: "b")))
        #expect(html.contains("<legend>Kind</legend>"))
        #expect(html.contains("value=\"b\" checked"))
        #expect(!html.contains("value=\"a\" checked"))
    }
}
