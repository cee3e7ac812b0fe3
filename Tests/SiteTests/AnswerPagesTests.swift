import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// Answers of every kind, typed in their place on the questionnaire's page.
@Suite struct AnswerPagesTests {
    /// An assessment by the detailed survey, not yet answered.
    private static func open(_ world: SiteWorld) async throws -> (assessment: String, page: String) {
        let state = try #require(world.signIn(.focalPoint).about)
        let answer = try await world.ask(
            .post, "/api/v1/acts/open-assessment", world.bearer(world.signIn(.expert)),
            body: JSONValue.object(["state": .string(state), "questionnaire": "detailed-survey"])
                .canonicalString)
        let objects = try JSONValue(parsing: Array(answer.text.utf8))["objects"]?.array ?? []
        let id = objects.first { $0["type"]?.string == "assessment" }?["id"]?.string
        return (try #require(id), "/states/\(state)/assessments/1/questions")
    }

    /// One question's part of the page.
    private static func block(_ code: String, _ page: String) -> Substring {
        guard let start = page.firstRange(of: "id=\"q-\(code)\"") else { return "" }
        let rest = page[start.lowerBound...]
        return rest.firstRange(of: "</article>").map { rest[..<$0.lowerBound] } ?? rest
    }

    @Test func `each kind of question has its control, and what is sent comes back in it`() async throws {
        try await SiteWorld.withoutCases { world in
            let (assessment, page) = try await Self.open(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let empty = try await world.ask(.get, page, expert)
            #expect(Self.block("DIS1", empty.text).contains("<option value=\"fully\""))
            #expect(
                Self.block("DIS7b", empty.text).contains("<input id=\"field-DIS7b-value\" name=\"value\""))
            #expect(!Self.block("DIS7b", empty.text).contains("<option value=\"fully\""))
            #expect(Self.block("DISV1", empty.text).isEmpty, "asked only of States visited before")
            let sent = [
                ("DIS7b", "value=27", "value=\"27\""),
                ("DIS7a", "value.no-information=on", "name=\"value.no-information\" checked"),
                ("DIS1b", "value=2023-06-14", "value=\"2023-06-14\""),
                (
                    "DIS13a", "value.publication=on&value.third-state=on",
                    "name=\"value.third-state\" checked"
                ),
                (
                    "DIS5", "value.hague-1970=on&value.tokyo-1963.date=1971",
                    "name=\"value.tokyo-1963.date\" value=\"1971\""
                ),
            ]
            for (question, body, shown) in sent {
                let answer = try await world.ask(
                    .post, "/acts/record-answer", expert + SiteWorld.form,
                    body:
                        "csrf=\(empty.hidden("csrf"))&idempotency-key=key-\(question)&assessment=\(assessment)"
                        + "&question=\(question)&source=state&confidence=high&\(body)")
                #expect(answer.status == 303, "\(question): \(answer.status)")
                let after = try await world.ask(.get, page, expert).text
                #expect(Self.block(question, after).contains("data-load=\"\(question)\""))
                #expect(!Self.block(question, after).contains("<form"), "what is said is not said twice")
                let again = "/acts/record-answer?assessment=\(assessment)&question=\(question)"
                #expect(try await world.ask(.get, again, expert).text.contains(shown), "\(question)")
            }
        }
    }

    @Test func `what is refused stands in the form, and what was typed stands in its place again`()
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let (assessment, page) = try await Self.open(world)
            let expert = try await world.signIn(world.signIn(.expert))
            let empty = try await world.ask(.get, page, expert)
            let typed =
                "csrf=\(empty.hidden("csrf"))&idempotency-key=one&assessment=\(assessment)&question=DIS5"
                + "&source=state&confidence=high&value.hague-1970.date=some+day&explanation.en=Kept"
            let refused = try await world.ask(
                .post, "/acts/record-answer", expert + SiteWorld.form, body: typed)
            #expect(refused.status == 422)
            #expect(refused.text.contains("name=\"value.hague-1970.date\" value=\"some day\""))
            let kept = try await world.ask(
                .post, "/drafts/record-answer", expert + SiteWorld.form, body: typed)
            #expect(kept.status == 204)
            let after = try await world.ask(.get, page, expert).text
            #expect(Self.block("DIS5", after).contains("value=\"some day\""))
            #expect(Self.block("DIS5", after).contains(">Kept</textarea>"))
            #expect(!Self.block("DIS7b", after).contains("Kept"))
            // A draft is its author's alone.
            let head = try await world.signIn(world.signIn(.head))
            #expect(try await !world.ask(.get, page, head).text.contains("Kept"))
        }
    }
}
