import Disclosure
import Documents
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// The overview as a page and as files.
@Suite struct OverviewPagesTests {
    @Test func `page and print hold the same words, and the file for a word processor opens`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let page = try await world.ask(.get, "\(one.page)/overview", expert)
            let print = try await world.ask(.get, "\(one.page)/overview.pdf", expert)
            for words in ["Much was done", "The code lacks an offence", "Amend the code", "high priority"] {
                #expect(page.text.contains(words) && print.text.contains(words), "\(words)")
            }
            #expect(page.text.contains("href=\"\(one.page)/overview.docx\""))
            #expect(page.text.contains("href=\"\(one.page)/overview.pdf\""))
            #expect(print.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"overview-") == true)
            let file = try await world.ask(.get, "\(one.page)/overview.docx", expert)
            #expect(file.status == 200 && file.text.hasPrefix("PK"))
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(try await world.ask(.get, "\(one.page)/overview.docx", expert).text == file.text)
        }
    }

    @Test func `where nothing prints, a page offers no print, and its address says what to do`() async throws
    {
        try await SiteWorld.withoutCases(printer: nil) { world in
            let one = try await SiteCase(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let page = try await world.ask(.get, "\(one.page)/overview", expert)
            #expect(page.text.contains("\(one.page)/overview.docx") && !page.text.contains("overview.pdf"))
            let print = try await world.ask(.get, "\(one.page)/overview.pdf", expert)
            #expect(print.status == 503 && print.text.contains("WeasyPrint"))
            let partner = try await world.signIn(world.signIn(.partner))
            #expect(try await world.ask(.get, "\(one.page)/overview.pdf", partner).status == 404)
        }
    }

    @Test func `a head has it made as another audience would see it, and the record says so`() async throws {
        try await SiteWorld.withoutCases { world in
            let one = try await SiteCase(world)
            let head = try await world.signIn(world.signIn(.head))
            let address = "\(one.page)/overview"
            let form = try await world.ask(.get, address, head)
            func made(for audience: String) async throws -> SiteWorld.Answer {
                try await world.ask(
                    .post, address, head + SiteWorld.form,
                    body: "csrf=\(form.hidden("csrf"))&audience=\(audience)&file=pdf")
            }
            #expect(try await made(for: "committee").status == 409)
            try await one.perform("send-draft", as: .expert)
            let forState = try await made(for: "state")
            #expect(forState.status == 200 && forState.text.contains("for the State concerned"))
            #expect(try await made(for: "committee").status == 409)
            #expect(try await made(for: "nobody").status == 422)
            let entries = try await world.ask(
                .get, "/api/v1/entries?limit=50", world.bearer(world.signIn(.head))
            ).text
            #expect(entries.contains("preview-audience"))
            let expert = try await world.signIn(world.signIn(.expert))
            #expect(try await !world.ask(.get, address, expert).text.contains("action=\"\(address)\""))
        }
    }
}
