import Foundation
import Testing

@testable import HTML

@Suite struct SignsTests {
    private func written(_ component: some Component) -> String {
        var html = HTML()
        html.add(component)
        return html.string
    }

    @Test func `no information has no grade`() {
        #expect(!written(Verdict("no information", reached: 0, of: 0)).contains("<svg"))
        let graded = written(Verdict("partly", reached: 2, of: 5))
        let paths = graded.components(separatedBy: "<path").dropFirst()
        #expect(paths.map { $0.components(separatedBy: "6v9h-6z").count - 1 } == [2, 3])
        #expect(paths.first?.contains("reached") == true)
    }

    @Test func `a deadline says date, distance and what made it`() {
        let html = written(
            Deadline(
                DateText("30 March 2023", iso: "2023-03-30"), distance: "3 days past the date", .late,
                because: Link("OP 16", href: "/p")))
        #expect(html.contains("<time datetime=\"2023-03-30\">30 March 2023</time>"))
        #expect(html.contains("3 days past the date") && html.contains("<a href=\"/p\">OP 16</a>"))
    }

    @Test func `an open step says so to those who do not see it lit`() {
        let html = written(
            OpenTo(
                label: "Open to", openWord: "open",
                steps: [.init("Directorate", isOpen: true), .init("Public", isOpen: false)]))
        #expect(html.components(separatedBy: "(open)").count == 2)
    }

    @Test func `a count of nothing of nothing is still a valid bar`() {
        #expect(written(ProgressCount(done: 0, total: 0, text: "0", label: "l")).contains("max=\"1\""))
    }

    @Test func `an empty table says that it is empty`() {
        let html = written(DataTable(columns: [.init("A"), .init("B")], rows: [], empty: "Nothing"))
        #expect(html.contains("<td class=\"empty\" colspan=\"2\">Nothing</td>"))
    }
}
