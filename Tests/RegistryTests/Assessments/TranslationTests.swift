import Record
import Storage
import TestSupport
import Testing

@testable import Registry

/// Which language of a text is the original, and how the others stand to it.
@Suite struct TranslationTests {
    private typealias Status = Translations.Status

    private func statuses(_ translations: Translations) -> [String: Status] {
        translations.others.mapValues(\.status)
    }

    @Test func `a translation is behind as soon as the original changes without it, until it changes too`() {
        let first = Translations.written(
            after: nil, [:], now: ["en": "A law", "zh-Hans": "法律"], by: "ada")
        #expect(first.original == "en")
        #expect(statuses(first) == ["zh-Hans": .translated])
        let amended = Translations.written(
            after: first, ["en": "A law", "zh-Hans": "法律"], now: ["en": "Two laws", "zh-Hans": "法律"],
            by: "ada")
        #expect(statuses(amended) == ["zh-Hans": .behind])
        let unchanged = Translations.written(
            after: amended, ["en": "Two laws", "zh-Hans": "法律"],
            now: ["en": "Two laws", "zh-Hans": "法律", "fr": "Deux lois"], by: "bo")
        #expect(statuses(unchanged) == ["zh-Hans": .behind, "fr": .translated])
        let caughtUp = Translations.written(
            after: unchanged, ["en": "Two laws", "zh-Hans": "法律", "fr": "Deux lois"],
            now: ["en": "Two laws", "zh-Hans": "两部法律"], by: "bo")
        #expect(statuses(caughtUp) == ["zh-Hans": .translated])
        #expect(caughtUp.languagesToCheck(by: "bo").isEmpty)
        #expect(caughtUp.languagesToCheck(by: "ada") == ["zh-Hans"])
    }

    @Test func `the original stays the original, and what was checked stays so while neither changes`() {
        let first = Translations(original: "zh-Hans", others: [:])
        let texts = ["en": "A law", "zh-Hans": "法律"]
        let written = Translations.written(after: first, [:], now: texts, by: "ada")
        #expect(written.original == "zh-Hans")
        let checked = written.checked("en", by: "bo")
        #expect(
            statuses(Translations.written(after: checked, texts, now: texts, by: "ada")) == ["en": .checked])
        let english = Translations.written(after: checked, texts, now: ["en": "A law"], by: "ada")
        #expect(english.original == "en")
        #expect(Translations(written.json) == written)
    }

    @Test(arguments: Engine.allCases)
    func
        `a translation is checked by somebody who did not write it, and is behind when the original is amended`(
            engine: Engine
        ) async throws
    {
        try await TestWorld.with(engine) { world in
            let one = try await TestCase(world, through: .drafted)
            let finding = JSONValue.string(one.findings[0])
            func standing() async throws -> Status? {
                try await world.read(as: "head") { try $0.item(.finding, one.findings[0]) }?
                    .translations?.others["zh-Hans"]?.status
            }
            let check: [String: JSONValue] = ["item": finding, "language": "zh-Hans"]
            #expect(
                try await world.refusal(of: "check-translation", check, by: "expert")?.code
                    == "translation.not-there")
            try await world.perform(
                "amend-finding",
                ["finding": finding, "text": ["en": "A shortfall in LEG1", "zh-Hans": "不足"]], by: "expert")
            #expect(try await standing() == .translated)
            #expect(
                try await world.refusal(of: "check-translation", check, by: "expert")?.code
                    == "translation.own")
            try await world.perform("check-translation", check, by: "expert-two")
            #expect(try await standing() == .checked)
            try await world.perform(
                "amend-finding", ["finding": finding, "text": ["en": "A graver one", "zh-Hans": "不足"]],
                by: "expert")
            #expect(try await standing() == .behind)
            #expect(
                try await world.refusal(of: "check-translation", check, by: "expert-two")?.code
                    == "translation.outdated")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test func `what is named as the original has words`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let one = try await TestCase(world, through: .drafted)
            let refused = try await world.refusal(
                of: "write-overview",
                [
                    "assessment": .string(one.assessment), "quoting": "nothing", "original": "fr",
                    "text": ["en": "Much was done"],
                ], by: "expert")
            #expect(refused?.code == "translation.original-missing")
        }
    }

    @Test(arguments: Engine.allCases)
    func `each room has its own versions of a text, counted in it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            var one = try await TestCase(world, through: .sent)
            let id = one.findings[0]
            func texts(_ key: String) async throws -> [String] {
                try await world.read(as: key) { try $0.versions(of: id) }
                    .compactMap { $0.item.body?.texts["en"] }
            }
            for step in TestCase.Step.allCases where step > .sent && step <= .revised {
                try await one.take(step)
            }
            for words in ["Second", "Third"] {
                try await world.perform(
                    "amend-finding", ["finding": .string(id), "text": ["en": .string(words)]], by: "expert")
            }
            let first = "A shortfall in LEG1"
            #expect(try await texts("expert") == [first, "Second", "Third"])
            // Drafts of the Directorate stay there: the State goes on reading what was sent, the Committee nothing.
            #expect(try await texts("mission") == [first])
            #expect(try await texts("chair").isEmpty)
            for step in TestCase.Step.allCases where step > .revised && step <= .submitted {
                try await one.take(step)
            }
            #expect(try await texts("chair") == ["Third"])
            let numbers = try await world.read(as: "chair") { try $0.versions(of: id) }.map(\.number)
            #expect(numbers == [1])
            #expect(try await texts("other-mission").isEmpty)
        }
    }
}
