import Disclosure
import Foundation
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

/// Receipts, matching, and what an auditor sees of the record.
@Suite struct RecordForOutsidersTests {
    private static let title = "Quincunx of letters"

    /// An act of the expert, by the API: its entry and its receipt.
    private func send(_ world: SiteWorld) async throws -> (entry: String, receipt: JSONValue) {
        let answer = try await world.ask(
            .post, "/api/v1/acts/record-document", world.bearer(world.signIn(.expert)),
            body: #"{"title": "\#(Self.title)", "kind": "letter", "issuedOn": "2027-01-10"}"#)
        let json = try JSONValue(parsing: answer.text)
        return (try #require(json["act"]?["id"]?.string), try #require(json["receipt"]))
    }

    @Test func `A receipt is there again for its sender, on the page and in the API, and for nobody else`()
        async throws
    {
        try await SiteWorld.with { world in
            let (entry, receipt) = try await send(world)
            let sender = world.signIn(.expert)
            let cookies = try await world.signIn(sender)
            let page = try await world.ask(.get, "/record/\(entry)", cookies)
            #expect(page.text.contains("/record/\(entry)/receipt"))
            let byPage = try await world.ask(.get, "/record/\(entry)/receipt", cookies)
            let address = "/api/v1/entries/\(entry)/receipt"
            let byAPI = try await world.ask(.get, address, world.bearer(sender))
            for answer in [byPage, byAPI] {
                #expect(answer.status == 200 && answer.text == receipt.canonicalString)
            }
            for other in world.signIns where other.email != sender.email {
                #expect(try await world.ask(.get, address, world.bearer(other)).status == 404)
            }
            #expect(try await world.ask(.get, address).status == 404)
            let auditor = try await world.signIn(world.signIn(.auditor))
            let theirs = try await world.ask(.get, "/record/\(entry)", auditor)
            #expect(theirs.status == 200 && !theirs.text.contains("/receipt\""))
            #expect(try await world.ask(.get, "/record/\(entry)/receipt", auditor).status == 404)
        }
    }

    @Test func `Matching is there for the Directorate and auditors alone`() async throws {
        try await SiteWorld.with { world in
            let (_, receipt) = try await send(world)
            let directorate: Set = ["expert", "head", "auditor"]
            for row in world.signIns {
                let status: Int = directorate.contains(row.capacity) ? 200 : 404
                let answer = try await world.ask(
                    .post, "/api/v1/receipts/match", world.bearer(row), body: receipt.canonicalString)
                #expect(answer.status == status, "\(row.capacity)")
                // What is not there for somebody says nothing of what they sent.
                let garbage = try await world.ask(
                    .post, "/api/v1/receipts/match", world.bearer(row), body: "{")
                #expect(garbage.status == (status == 200 ? 422 : 404))
                let page = try await world.ask(.get, "/record/match", try await world.signIn(row))
                #expect(page.status == status, "\(row.capacity)")
            }
            let anybody = try await world.ask(
                .post, "/api/v1/receipts/match", body: receipt.canonicalString)
            #expect(anybody.status == 404)
        }
    }

    @Test func `An auditor reads in words what a receipt is worth`() async throws {
        try await SiteWorld.with { world in
            let (entry, receipt) = try await send(world)
            let cookies = try await world.signIn(world.signIn(.auditor))
            let form = try await world.ask(.get, "/record/match", cookies)
            func match(_ text: String) async throws -> SiteWorld.Answer {
                try await world.ask(
                    .post, "/record/match", cookies + SiteWorld.form,
                    body: "csrf=\(form.hidden("csrf"))&receipt=\(FormEncoding.encode(text))")
            }
            let good = try await match(receipt.prettyString)
            #expect(good.status == 200 && good.text.contains("The receipt holds"))
            #expect(good.text.contains("/record/\(entry)/proof") && !good.text.contains(Self.title))
            let altered = try await match(receipt.canonicalString.replacing("Quincunx", with: "Bundle"))
            #expect(altered.status == 200 && altered.text.contains("did not sign it as it stands"))
            #expect(altered.text.contains("Does not match its commitment"))
            for (text, words) in [("", "no JSON"), ("{", "no JSON"), ("[]", "no receipt")] {
                let bad = try await match(text)
                #expect(bad.status == 422 && bad.text.contains(words), "\(text)")
            }
            let long = try await match(String(repeating: "1", count: HeldReceipt.mostBytes + 1))
            #expect(long.status == 422 && long.text.contains("4 MB"))
        }
    }

    @Test func `The API says the same of a receipt, with its proof`() async throws {
        try await SiteWorld.with { world in
            let (entry, receipt) = try await send(world)
            let answer = try await world.ask(
                .post, "/api/v1/receipts/match", world.bearer(world.signIn(.auditor)),
                body: receipt.canonicalString)
            let json = try JSONValue(parsing: answer.text)
            #expect(json["verdict"] == "holds" && json["entry"]?.string == entry)
            let proof = try #require(json["proof"])
            #expect(throws: Never.self) {
                try EntryProof(verifying: proof, with: world.site.registry.signingKey.verifyingKey)
            }
            #expect(proof["index"] == json["index"] && proof["size"] == json["size"])
        }
    }

    @Test func `An auditor's desk and pages show envelopes and kinds, and never a field`() async throws {
        try await SiteWorld.with { world in
            let (entry, receipt) = try await send(world)
            let head = try await world.ask(
                .get, "/record/\(entry)", try await world.signIn(world.signIn(.head)))
            #expect(head.text.contains(Self.title))
            let cookies = try await world.signIn(world.signIn(.auditor))
            let size = try await world.site.registry.extent().entries
            let desk = try await world.ask(.get, "/", cookies)
            #expect(desk.text.contains(">\(size)<") && desk.text.contains("/record/match"))
            #expect(desk.text.contains("kind=record-document"))
            let page = try await world.ask(.get, "/record/\(entry)", cookies)
            #expect(page.text.contains(try #require(receipt["leaf"]?.string)))
            for path in ["/", "/record", "/record/\(entry)", "/record?kind=record-document"] {
                let answer = try await world.ask(.get, path, cookies)
                #expect(answer.status == 200 && !answer.text.contains(Self.title), "\(path)")
            }
        }
    }

    @Test func `The record is narrowed by kind and by days, also over several pages`() async throws {
        try await SiteWorld.with { world in
            _ = try await send(world)
            let cookies = try await world.signIn(world.signIn(.auditor))
            func rows(_ query: String) async throws -> (count: Int, text: String) {
                let answer = try await world.ask(.get, "/record?\(query)", cookies)
                return (answer.text.components(separatedBy: "data-row").count - 1, answer.text)
            }
            let kinds = try await rows("kind=record-document")
            let all = try await world.site.registry.read(
                for: Viewer(person: "auditor", capacity: .auditor)
            ) {
                try $0.entryCounts(EntryFilter()).first { $0.kind == "record-document" }?.count
            }
            #expect(kinds.count == all)
            #expect(try await rows("kind=none-such").count == 0)
            #expect(try await rows("from=2027-01-15").count > 0)
            #expect(try await rows("from=2027-01-16").count == 0)
            #expect(try await rows("until=1999-12-31").count == 0)
            #expect(try await rows("from=9999-12-31&until=0001-01-01").count == 0)
            let first = try await rows("until=2027-01-14")
            #expect(first.count == RecordPage.pageLength)
            let older = try #require(first.text.firstMatch(of: /href="\/record\?(before=[^"]+)"/)).1
            #expect(older.contains("until=2027-01-14"))
            #expect(try await rows(String(older).replacing("&amp;", with: "&")).count > 0)
            #expect(try await world.ask(.get, "/record?from=yesterday", cookies).status == 422)
        }
    }
}
