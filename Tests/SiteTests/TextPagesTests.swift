import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// Structured texts on pages and in files, their preview and their versions.
@Suite struct TextPagesTests {
    private static let typed = """
        # What is missing
        The code lacks *one* offence[^1].

        1. Travel
        2. Training <script>alert(1)</script>

        [^1]: Article 12.
        """

    private func amended(_ world: SiteWorld) async throws -> (one: SiteCase, finding: String) {
        let one = try await SiteCase(world)
        let finding = one.finding
        try await one.perform(
            "amend-finding", ["finding": .string(finding), "text": ["en": .string(Self.typed)]], as: .expert,
            onCase: false)
        return (one, finding)
    }

    @Test func `a text's headings, lists and footnotes are elements of its page and of the overview`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let (one, finding) = try await amended(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let page = try await world.ask(.get, "/findings/\(finding)", expert).text
            for part in [
                "<h3>What is missing</h3>", "<em>one</em>", "<ol class=\"document-list\"><li>Travel</li>",
                "href=\"#text-note-1\"", "<li id=\"text-note-1\">Article 12.", "&lt;script&gt;alert(1)",
            ] {
                #expect(page.contains(part), "\(part)")
            }
            #expect(!page.contains("<script>alert"))
            let overview = try await world.ask(.get, "\(one.page)/overview", expert).text
            #expect(overview.contains("<em>one</em>") && overview.contains("Article 12."))
            #expect(!overview.contains("[^1]"))
        }
    }

    @Test func `a preview shows how a text reads, keeps what was typed, and does nothing`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let finding = one.finding
            let expert = try await world.signIn(world.signIn(.expert))
            let form = try await world.ask(.get, "/acts/amend-finding?finding=\(finding)", expert)
            let body =
                "csrf=\(form.hidden("csrf"))&finding=\(finding)&text.en=%23+Gap%0A%0A-+a+%2Ab%2A&idempotency-key=k"
            let shown = try await world.ask(
                .post, "/acts/amend-finding/preview", expert + SiteWorld.form, body: body)
            #expect(shown.status == 200)
            #expect(shown.text.contains("<li>a <em>b</em></li>"))
            #expect(shown.text.contains("# Gap\n\n- a *b*</textarea>"))
            let page = try await world.ask(.get, "/findings/\(finding)", expert).text
            #expect(!page.contains("Gap"))
            let forged = try await world.ask(
                .post, "/acts/amend-finding/preview", expert + SiteWorld.form, body: "text.en=a")
            #expect(forged.status == 403)
            let mission = try await world.signIn(world.signIn(.mission))
            let other = try await world.ask(.get, "/acts/report-measure", mission)
            let refused = try await world.ask(
                .post, "/acts/amend-finding/preview", mission + SiteWorld.form,
                body: "csrf=\(other.hidden("csrf"))&text.en=a")
            #expect(refused.status == 403)
        }
    }

    @Test func `two versions are one text with what went and what came, for those who had both`() async throws
    {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let finding = one.finding
            let expert = try await world.signIn(world.signIn(.expert))
            let alone = try await world.ask(.get, "/findings/\(finding)/versions", expert)
            #expect(alone.status == 200 && !alone.text.contains("<ins>"))
            try await one.perform("send-draft", as: .expert)
            try await one.perform("send-observations", as: .focalPoint)
            try await one.perform("revise-assessment", as: .expert)
            try await one.perform(
                "amend-finding",
                ["finding": .string(finding), "text": ["en": "The code lacks two offences"]], as: .expert,
                onCase: false)
            let both = try await world.ask(.get, "/findings/\(finding)/versions", expert).text
            #expect(both.contains("<ins>two</ins>"))
            #expect(
                try await world.ask(.get, "/findings/\(finding)/versions?from=1&to=9", expert).status == 404)
            // The State had the first alone; its page says nothing of another.
            let mission = try await world.signIn(world.signIn(.mission))
            let own = try await world.ask(.get, "/findings/\(finding)/versions", mission).text
            #expect(!own.contains("offences") && !own.contains("value=\"2\""))
            let partner = try await world.signIn(world.signIn(.partner))
            #expect(try await world.ask(.get, "/findings/\(finding)/versions", partner).status == 404)
        }
    }
}
