import Foundation
import Testing

@testable import HTML

/// Every key as its own word.
private struct Keys: Wording {
    func callAsFunction(_ key: String) -> String { key }
}

@Suite struct FrameTests {
    private func page(_ change: (inout Frame) -> Void = { _ in }) -> String {
        var frame = Frame(title: "<Desk>")
        frame.hidden = [("token", "t1")]
        frame.parts = [.init(Link("Desk", href: "/", isCurrent: true), key: "d")]
        change(&frame)
        return String(decoding: frame.document(Keys()) { $0.p(text: "content") }, as: UTF8.self)
    }

    @Test func `a page has one heading, one main part and a way to it`() {
        let html = page()
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.components(separatedBy: "<h1>").count == 2)
        #expect(html.contains("<h1>&lt;Desk&gt;</h1>"))
        #expect(html.components(separatedBy: "<main").count == 2)
        #expect(html.contains("href=\"#main\""))
    }

    @Test func `nothing in a page needs an inline script or style`() {
        let html = page {
            $0.scripts = ["/s.js"]; $0.stylesheets = ["/s.css"]
        }
        #expect(html.contains("<script type=\"module\" src=\"/s.js\"></script>"))
        #expect(!html.contains("style=") && !html.contains("<style") && !html.contains(" on"))
    }

    @Test func `signing out and changing capacity are guarded like every act`() {
        let html = page {
            $0.person = .init(
                name: "Ines", capacities: [.init("Expert", value: "1", isCurrent: true)], links: [],
                changeCapacity: "/capacity", signOut: "/sign-out")
        }
        #expect(html.components(separatedBy: "name=\"token\" value=\"t1\"").count == 3)
    }

    @Test func `the public sees no person and no sign-out`() {
        let html = page { $0.signIn = "/sign-in" }
        #expect(html.contains("/sign-in") && !html.contains("/sign-out"))
    }

    @Test func `the chosen appearance is in the page from the first byte`() {
        #expect(page { $0.theme = .dark }.contains("<html lang=\"en\" dir=\"ltr\" data-theme=\"dark\">"))
        #expect(!page().contains("<html lang=\"en\" dir=\"ltr\" data-theme"))
    }
}
