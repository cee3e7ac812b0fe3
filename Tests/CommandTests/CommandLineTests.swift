import ArgumentParser
import Foundation
import Record
import Registry
import TestSupport
import Testing

@testable import stocktake

@Suite struct CommandLineTests {
    @Test func `a demonstration world can be verified, replayed, proved and acted in`() async throws {
        try await TestDatabase.withDirectory { place in
            let data = "\(place)/data"
            #expect(await Tried("demo", "--data", data, "--states", "3", "--years", "1").status == 0)
            #expect(await Tried("record", "verify", "--data", data).status == 0)
            #expect(await Tried("record", "replay", "--data", data).status == 0)
            #expect(await Tried("record", "checkpoint", "--data", data).status == 0)
            #expect(await Tried("record", "prove", "0", "--data", data).status == 0)
            #expect(await Tried("record", "prove", "100000", "--data", data).status == 1)
            let again = await Tried("demo", "--data", data, "--states", "3", "--years", "1")
            #expect(again.status == 1)
            #expect(again.message.contains("empty"))
            try await act(data, place)
            let text = try String(contentsOfFile: "\(data)/sign-ins.json", encoding: .utf8)
            let rows = try #require(try JSONValue(parsing: text).array)
            let names: Set = ["person", "email", "password", "capacity", "about", "token"]
            #expect(rows.allSatisfy { Set($0.object?.keys.map { $0 } ?? []) == names })
        }
    }

    private func act(_ data: String, _ place: String) async throws {
        let good = #"{"title": "A letter", "kind": "letter", "issuedOn": "2027-01-10"}"#
        let bad = #"{"title": "A letter", "kind": "song", "issuedOn": "2027-01-10"}"#
        let before = try await entries(data)
        let both = try file("\(good)\n\n\(bad)\n", "both.json", in: place)
        let who = ["--as", "amara.tindall@example.org", "--capacity", "expert"]
        let refused = await Tried(
            "act", "record-document", "--json", both, who[0], who[1], who[2], who[3], "--data", data)
        #expect(refused.status == 1)
        #expect(refused.line == 3)
        #expect(refused.message.contains("Line 3"))
        #expect(refused.message.contains("kind"))
        #expect(try await entries(data) == before)
        let two = try file("\(good)\n\(good)\n", "two.json", in: place)
        let done = await Tried(
            "act", "record-document", "--json", two, who[0], who[1], who[2], who[3], "--data", data)
        #expect(done.status == 0)
        #expect(try await entries(data) == before + 2)
        let broken = try file("\(good)\n{\"title\": \n", "broken.json", in: place)
        let unread = await Tried(
            "act", "record-document", "--json", broken, who[0], who[1], who[2], who[3], "--data", data)
        #expect(unread.status == 65)
        #expect(unread.line == 2)
        let notAllowed = await Tried(
            "act", "record-document", "--json", two, "--as", "greta.holm@example.org", "--capacity",
            "auditor",
            "--data", data)
        #expect(notAllowed.status == 1)
        #expect(try await entries(data) == before + 2)
    }

    private func entries(_ data: String) async throws -> Int {
        let options = try DatabaseOptions.parse(["--data", data])
        return try await OpenRegistry.with(options) { try await $0.registry.extent().entries }
    }

    @Test(arguments: [
        (["record", "verify"], 64),
        (["act", "sing", "--json", "-", "--operator", "x", "--data", "/nowhere/x"], 64),
        (["mandate", "read", "/nowhere/at/all.txt"], 66), (["pack", "check", "/nowhere/at/all"], 66),
        (
            [
                "record", "verify", "--database", "postgres://nobody@127.0.0.1:1/nothing", "--signing-key",
                "/nowhere/k",
            ], 69
        ),
        (["demo", "--data", "/nowhere/x", "--states", "100000"], 64),
        (["record", "verify", "--data", "/tmp/x", "--signing-key", "/tmp/x/key"], 64),
    ])
    func `what ends badly says how by its status`(arguments: [String], status: Int) async {
        let tried = await Tried(list: arguments)
        #expect(Int(tried.status) == status)
        #expect(tried.message.hasSuffix(".") || status == 64, "\(tried.message)")
    }

    @Test func `what is no resolution is said to be none`() async throws {
        try await TestDatabase.withDirectory { place in
            let empty = try file("", "empty.txt", in: place)
            #expect(await Tried("mandate", "read", empty, "--json").status == 65)
            let text = "\(World.root)/counter-terrorism/resolutions/S-RES-2617-2021.zh-Hant.txt"
            #expect(await Tried("mandate", "read", text, "--json").status == 0)
        }
    }

    @Test func `the first head is let in on an empty record, a second one is not`() async throws {
        try await TestDatabase.withDirectory { place in
            let data = "\(place)/data"
            let pack = "\(World.root)/counter-terrorism"
            let first = await Tried(
                "person", "add", "--name", "Ada Verne", "--email", "ada@example.org", "--pack", pack,
                "--data", data)
            #expect(first.status == 0, "\(first.message)")
            let key = try FileManager.default.attributesOfItem(atPath: "\(data).signing-key")
            #expect(key[.posixPermissions] as? Int == 0o600)
            let second = await Tried(
                "person", "add", "--name", "Bo Verne", "--email", "bo@example.org", "--capacity", "head",
                "--data", data)
            #expect(second.status == 1)
            let alone = await Tried(
                "act", "record-meeting", "--json", try file("{}", "x.json", in: place), "--as",
                "ada@example.org",
                "--capacity", "head", "--data", data)
            #expect(alone.status == 1)
            #expect(alone.message.contains("demonstration"))
            #expect(await Tried("record", "verify", "--data", data).status == 0)
        }
    }

    @Test func `a log that was cut short is noticed by the checkpoint beside the key`() async throws {
        try await TestDatabase.withDirectory { place in
            let (long, short) = ("\(place)/long", "\(place)/short")
            for (data, years) in [(long, "2"), (short, "1")] {
                let tried = await Tried(
                    "demo", "--data", data, "--states", "3", "--years", years, "--signing-key", "\(data)-key")
                #expect(tried.status == 0, "\(tried.message)")
            }
            #expect(
                await Tried("record", "verify", "--data", short, "--signing-key", "\(short)-key").status == 0)
            // Both worlds have one seed and so one key; the longer one's checkpoint is laid beside the shorter.
            let note = try Data(contentsOf: URL(fileURLWithPath: "\(long)-key.checkpoint"))
            try note.write(to: URL(fileURLWithPath: "\(short)-key.checkpoint"))
            #expect(
                await Tried("record", "verify", "--data", short, "--signing-key", "\(short)-key").status == 1)
        }
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "localhost", "::1"])
    func `loopback is loopback`(host: String) { #expect(Serve.isLoopback(host)) }

    @Test(arguments: ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.org", "1270.0.1", "127.0.0"])
    func `everything else is not loopback`(host: String) { #expect(!Serve.isLoopback(host)) }
}
