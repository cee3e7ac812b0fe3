import Disclosure
import Documents
import Exchange
import Foundation
import Mandate
import Record
import Storage
import Testing
import Words

@testable import Registry

/// The overview as a document: what its reader sees, and nothing else.
@Suite struct OverviewDocumentTests {
    private static let words = Result {
        try WordsLibrary.load(
            directory: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().path + "/Resources/words")
    }

    private static func document(
        _ thread: TestCase, as key: String, in language: String = "en", asOf day: CalendarDate? = nil
    ) async throws -> Document? {
        let words = DocumentWords(
            try Self.words.get().words(for: language), languages: [language, "en"])
        return try await thread.world.read(as: key, asOf: day) {
            try OverviewDocument.read($0, of: "FRD", cycle: 1)?.document(words, recipient: "Somebody")
        }
    }

    /// Every word of it.
    private static func text(_ document: Document?) -> String {
        document.map { String(decoding: $0.printHTML, as: UTF8.self) } ?? ""
    }

    @Test(arguments: Engine.allCases)
    func `who sees no overview gets no document`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            var thread = try await TestCase(world, through: .drafted)
            #expect(try await Self.document(thread, as: "expert") != nil)
            for key in ["focal-point", "mission", "contributor", "chair", "partner", "auditor", "public"] {
                #expect(try await Self.document(thread, as: key) == nil, "\(key)")
            }
            try await thread.take(.sent)
            #expect(try await Self.document(thread, as: "mission") != nil)
            #expect(try await Self.document(thread, as: "other-mission") == nil)
            #expect(try await Self.document(thread, as: "chair") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a document holds what its reader sees, and says for whom it is`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .opened)
            try await world.perform(
                "withhold-item", ["item": .string(thread.findings[0]), "from": "un-system"], by: "mission")
            let marks = [
                ("expert", "CONFIDENTIAL: for the Executive Directorate"),
                ("chair", "CONFIDENTIAL: for the Committee and its Executive Directorate"),
                ("mission", "CONFIDENTIAL: for the State concerned"),
                ("partner", "RESTRICTED: for the United Nations system"),
            ]
            for (key, mark) in marks {
                let document = try #require(try await Self.document(thread, as: key), "\(key)")
                #expect(
                    document.marking == [mark, "Made for: Somebody", document.marking.last ?? ""], "\(key)")
                let text = Self.text(document)
                #expect(text.contains("A shortfall in CFT3") && text.contains("An overview"), "\(key)")
                let isInside = key != "partner"
                #expect(text.contains("A shortfall in LEG1") == isInside, "\(key)")
                #expect(text.contains("Amend the code") == isInside, "\(key)")
                let isParty = key == "expert" || key == "mission"
                #expect(text.contains("Outdated") == isParty, "observations: \(key)")
            }
        }
    }

    @Test func `ratings are proposed until the Committee adopts them`() async throws {
        try await TestWorld.with(.sqlite) { world in
            var thread = try await TestCase(world, through: .sent)
            let draft = Self.text(try await Self.document(thread, as: "mission"))
            #expect(draft.contains("as proposed by the Directorate") && draft.contains("Partly implemented"))
            for step in TestCase.Step.allCases where step > .sent && step <= .adopted {
                try await thread.take(step)
            }
            let adopted = Self.text(try await Self.document(thread, as: "chair"))
            #expect(adopted.contains("as adopted by the Committee"))
            #expect(!adopted.contains("as proposed by the Directorate"))
        }
    }

    @Test func `a recommendation names the findings that it rests on, by their numbers in this document`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .submitted)
            let text = Self.text(try await Self.document(thread, as: "chair"))
            let number = try #require(text.firstMatch(of: /<strong>(\d)\. <\/strong>A shortfall in LEG1/))
            #expect(text.contains("finding \(number.1)</dd>"))
            #expect(text.contains("Ministry of Justice") && text.contains("(high priority)"))
        }
    }

    @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
    func `the same day and reader give the same file, in each language`(language: String) async throws {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .submitted)
            let day = try await world.read(as: "chair") { $0.asOf.day }
            let one = try #require(try await Self.document(thread, as: "chair", in: language))
            world.clock.move(to: day.adding(days: 40))
            let later = try #require(try await Self.document(thread, as: "chair", in: language))
            let past = try #require(try await Self.document(thread, as: "chair", in: language, asOf: day))
            #expect(try WordDocument(past).bytes() == WordDocument(one).bytes())
            #expect(try WordDocument(later).bytes() != WordDocument(one).bytes())
            #expect(one.language == language && one.date == day.description)
            #expect(!Self.text(one).contains("["), "a word is missing")
        }
    }
}
