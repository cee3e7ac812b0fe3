import ArgumentParser
import Disclosure
import Record
import Registry
import TestSupport
import Testing

@testable import stocktake

@Suite struct MatchReceiptTests {
    @Test(arguments: [
        ("A slip", "A slip", 0), ("A slip", "A lapse", 1), ("{", "", 65), ("signature", "sign", 65),
    ])
    func `a receipt is matched on the command line, with the status that was promised`(
        old: String, new: String, status: Int
    ) async throws {
        try await TestDatabase.withDirectory { place in
            let text = try await receipt(place).replacing(old, with: new)
            let name = try file(text, "receipt.json", in: place)
            let match = await Tried(list: ["record", "match", name] + Self.options(place))
            #expect(match.status == Int32(status))
        }
    }

    @Test func `a receipt that is not there is no such file`() async throws {
        try await TestDatabase.withDirectory { place in
            let match = await Tried(list: ["record", "match", "\(place)/none.json"] + Self.options(place))
            #expect(match.status == 66)
        }
    }

    private static func options(_ place: String) -> [String] {
        ["--data", "\(place)/data", "--signing-key", "\(place)/key"]
    }

    /// Of an act in a small world that is built there.
    private func receipt(_ place: String) async throws -> String {
        let built = await Tried(list: ["demo", "--states", "3", "--years", "1"] + Self.options(place))
        #expect(built.status == 0)
        let options = try DatabaseOptions.parse(Self.options(place))
        let answer = try await OpenRegistry.with(options) { open -> JSONValue in
            let visitor = try await open.accounts.visitor(
                email: "amara.tindall@example.org", capacity: .expert)
            let expert = try #require(visitor).performer(via: .console)
            let fields: [String: JSONValue] = [
                "title": "A slip", "kind": "letter", "issuedOn": "2027-01-10",
            ]
            return try await open.registry.perform(ActCall("record-document", fields, by: expert))
        }
        return try #require(answer["receipt"]).prettyString
    }
}
