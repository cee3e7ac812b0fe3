import TestSeeds
import Testing

@testable import Pack

/// Questions of every kind, with parts and conditions, and what they can be answered with.
@Suite struct QuestionKindTests {
    /// The small pack's questionnaire, with some lines after it.
    private static func files(_ lines: String) -> [String: String] {
        var files = SmallPack.files
        files["questionnaires.yaml"]? += lines
        return files
    }

    private static let parts = """

            - code: Q3
              theme: GEN
              requirements: [LEG1]
              matters: [gender, victims]
              visited: true
              kind: several
              text: { en: Which?, zh-Hans: 哪些？ }
              options:
                - { code: law, name: { en: A law, zh-Hans: 法律 } }
                - { code: policy, name: { en: A policy, zh-Hans: 政策 } }
              parts:
                - { code: Q3a, kind: date, text: { en: Since?, zh-Hans: 何时起？ }, when: { question: Q3, is: [law] } }
                - { code: Q3b, kind: number, unit: { en: cases, zh-Hans: 起 }, text: { en: How many?, zh-Hans: 多少？ } }
        """

    @Test func `a part is about what its question is about, and stands after it`() throws {
        let pack = try SmallPack.load(Self.files(Self.parts))
        let questions = try #require(pack.questionnaires.first).questions
        #expect(questions.map(\.code) == ["Q1", "Q2", "Q3", "Q3a", "Q3b"])
        for part in questions.suffix(2) {
            #expect(part.parent == "Q3" && part.theme == "GEN" && part.requirements == ["LEG1"])
            #expect(part.matters == [.gender, .victims] && part.isForVisited)
        }
        #expect(questions[3].condition == .init(question: "Q3", options: ["law"]))
        #expect(questions[4].unit?("en") == "cases")
        #expect(questions[2].options.map(\.code) == ["law", "policy"])
    }

    @Test(arguments: [
        ("question: Q3, is: [law]", "question: Q3b, is: [law]", PackFault.Kind.dangling),
        ("question: Q3, is: [law]", "question: Q3a, is: [law]", .dangling),
        ("question: Q3, is: [law]", "question: Q9, is: [law]", .dangling),
        ("question: Q3, is: [law]", "question: Q3, is: [custom]", .dangling),
        ("question: Q3, is: [law]", "question: Q3, is: []", .gap),
        ("code: policy, name", "code: law, name", .duplicate),
        ("gender, victims", "gender, weather", .badChoice),
        ("unit: { en: cases, zh-Hans: 起 }, ", "", .missingKey),
        ("unit: { en: cases, zh-Hans: 起 }", "unit: { en: cases }", .missingLanguage),
        ("kind: several", "kind: closed", .unknownKey),
        ("code: Q3b, kind", "code: Q1, kind", .duplicate),
        ("code: Q3b, kind: number", "code: Q3b, theme: LEG, kind: number", .unknownKey),
    ])
    func `what would not work is found`(of broken: (String, String, PackFault.Kind)) {
        let lines = Self.parts.replacing(broken.0, with: broken.1)
        #expect(lines != Self.parts)
        #expect(SmallPack.faults(Self.files(lines)).map(\.kind).contains(broken.2))
    }

    private static let scale: [Pack.Scale.Option] = {
        do {
            let pack = try SmallPack.load(SmallPack.files)
            return (pack.scales.first?.options ?? [])
        } catch { return [] }
    }()

    private static func question(_ kind: Pack.Question.Kind) -> Pack.Question {
        let name = LocalizedText(["en": "x"])
        return Pack.Question(
            code: "Q", parent: nil, theme: "LEG", requirements: ["LEG1"], matters: [], kind: kind,
            text: name, help: nil,
            options: kind == .several || kind == .register
                ? ["law", "policy", "plan"].map { .init(code: $0, name: name) } : [],
            unit: nil, condition: nil, isForVisited: false, isSensitive: false)
    }

    private static func value(_ text: String, _ kind: Pack.Question.Kind) -> String? {
        do { return try Pack.AnswerValue(text, to: question(kind), on: scale).text } catch { return nil }
    }

    @Test func `an answer is kept in one spelling, whatever order it was written in`() {
        #expect(Self.value("plan law law", .several) == "law plan")
        #expect(
            Self.value(" plan:2020 \n law:1999-02-28 policy ", .register) == "law:1999-02-28 policy plan:2020"
        )
        #expect(Self.value("007", .number) == "7")
        #expect(Self.value("2024", .date) == "2024")
        #expect(Self.value("2024-02-29", .date) == "2024-02-29")
        #expect(Self.value(Self.scale[0].code, .closed) == Self.scale[0].code)
        for option in Self.scale where option.isOutside {
            for kind in Pack.Question.Kind.allCases { #expect(Self.value(option.code, kind) == option.code) }
        }
    }

    @Test(arguments: [
        ("law other", Pack.Question.Kind.several), ("law:2020", .several), ("law:2023-02-29", .register),
        ("law:x", .register), (":2020", .register), ("-1", .number), ("1.5", .number),
        ("99999999999999999999", .number),
        ("", .number), ("2024-13-01", .date), ("24", .date), ("yesterday", .date), ("law", .closed),
        ("words", .open),
        ("law\u{202E}", .several), ("１２", .number), ("２０２４", .date),
    ])
    func `what is no answer of the kind is refused`(of text: String, to kind: Pack.Question.Kind) {
        #expect(Self.value(text, kind) == nil)
    }

    @Test func `what an answer is spelled as reads back the same`() {
        var random = SeededGenerator(seed: 7)
        let codes = ["law", "policy", "plan"]
        for _ in 0..<200 {
            let chosen = codes.filter { _ in Bool.random(using: &random) }.map { code in
                Bool.random(using: &random) ? code : "\(code):\(Int.random(in: 1900...2024, using: &random))"
            }
            guard !chosen.isEmpty else { continue }
            let text = Self.value(chosen.shuffled(using: &random).joined(separator: " "), .register)
            #expect(text == chosen.joined(separator: " "))
            #expect(text.flatMap { Self.value($0, .register) } == text)
            let read = Pack.AnswerValue.chosen(in: text ?? "")
            #expect(read.map(\.code) == chosen.map { String($0.prefix { $0 != ":" }) })
        }
    }

    @Test func `what depends on a question that is not asked is not asked either`() {
        let conditions: [(code: String, condition: Pack.Question.Condition?)] = [
            ("Q1", nil), ("Q1a", .init(question: "Q1", options: ["fully"])),
            ("Q1b", .init(question: "Q1a", options: ["law"])), ("Q2", nil),
        ]
        func needless(_ answers: [String: String]) -> Set<String> {
            Pack.Question.needless(conditions, answers: answers)
        }
        #expect(needless([:]).isEmpty, "while it is open, everything may be asked")
        #expect(needless(["Q1": "fully"]).isEmpty)
        #expect(needless(["Q1": "partly"]) == ["Q1a", "Q1b"])
        // An answer from before the first one changed does not bring it back.
        #expect(needless(["Q1": "partly", "Q1a": "law"]) == ["Q1a", "Q1b"])
        #expect(needless(["Q1": "fully", "Q1a": "plan:2020 policy"]) == ["Q1b"])
        #expect(needless(["Q1": "fully", "Q1a": "law:2020 policy"]).isEmpty)
    }
}
