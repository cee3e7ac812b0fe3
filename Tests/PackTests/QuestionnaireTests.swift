import Pack
import Testing

@Suite struct QuestionnaireTests {
    let pack: Pack

    init() throws { pack = try RealPack.pack.get() }

    @Test func `a question in use rests on a requirement, a requirement on a paragraph, I12`() throws {
        let requirements = Dictionary(uniqueKeysWithValues: pack.requirements.map { ($0.code, $0) })
        let questions = pack.questionnaires.flatMap(\.questions)
        #expect(!questions.isEmpty)
        for question in questions {
            #expect(!question.requirements.isEmpty, "\(question.code)")
            for code in question.requirements {
                let requirement = try #require(requirements[code])
                #expect(!requirement.paragraphs.isEmpty, "\(question.code) \(code)")
            }
            #expect(
                question.requirements.contains { requirements[$0]?.theme == question.theme },
                "\(question.code) asks of its own theme")
        }
    }

    @Test func `the short survey asks of racist motives, human rights, gender, children and victims`() throws
    {
        let survey = try #require(pack.questionnaires.first { $0.code == "short-survey" })
        #expect(survey.version == "2026.1" && survey.scale == "implementation")
        #expect(survey.questions.map(\.code) == (1...survey.questions.count).map { "Q\($0)" })
        #expect(Set(survey.questions.map(\.theme)).isSuperset(of: ["LEG", "HRL", "GEN", "CHI", "VIC"]))
        #expect(survey.questions.contains { $0.requirements.contains("LEG8") && $0.kind == .closed })
        #expect(Set(survey.questions.map(\.kind)) == [.closed, .open])
        #expect(survey.questions.map(\.isSensitive).contains(true))
    }

    @Test func `questions, help and notes are in English and in both Chinese scripts`() throws {
        for questionnaire in pack.questionnaires {
            let texts =
                [questionnaire.name, questionnaire.note].compactMap { $0 }
                + questionnaire.questions.flatMap { [$0.text, $0.help].compactMap { $0 } }
            let short = questionnaire.questions.flatMap {
                [$0.unit].compactMap { $0 } + $0.options.map(\.name)
            }
            for text in texts + short {
                for language in ["en", "zh-Hans"] { #expect(text.values[language]?.isEmpty == false) }
            }
            // What is written alike in both scripts has no wording of its own in the second.
            let alike = texts.filter { $0.language(for: "zh-Hant") != "zh-Hant" }
            #expect(alike.count * 50 <= texts.count, "\(alike.map { $0("zh-Hans") })")
        }
    }

    @Test
    func `the detailed survey has 77 questions and 24 more, and leaves no requirement and no matter out`()
        throws
    {
        let survey = try #require(pack.questionnaires.first { $0.code == "detailed-survey" })
        let whole = survey.questions.filter { $0.parent == nil }
        #expect(whole.count { !$0.isForVisited } == 77 && whole.count(where: \.isForVisited) == 24)
        #expect(Set(pack.requirements.map(\.code)) == Set(whole.flatMap(\.requirements)))
        #expect(Set(whole.flatMap(\.matters)) == Set(Pack.Question.Matter.allCases))
        #expect(Set(survey.questions.map(\.kind)) == Set(Pack.Question.Kind.allCases))
    }

    @Test func `a question keeps what the file says of it`() throws {
        let small = try SmallPack.load(SmallPack.files)
        let questionnaire = try #require(small.questionnaires.first)
        #expect(questionnaire.version == "1" && questionnaire.note?("en") == "Made for tests")
        #expect(questionnaire.questions.map(\.kind) == [.closed, .open])
        #expect(questionnaire.questions.map(\.isSensitive) == [false, true])
        #expect(questionnaire.questions.map { $0.help == nil } == [false, true])
        #expect(questionnaire.questions.map(\.requirements) == [["LEG1"], ["LEG1"]])
    }

    @Test func `two questionnaires share no question's code`() {
        var files = SmallPack.files
        files["questionnaires.yaml"]? += """

            - code: long
              name: { en: Long, zh-Hans: 详细 }
              version: "1"
              scale: confidence
              questions:
                - { code: Q2, theme: LEG, requirements: [LEG1], kind: open, text: { en: Why?, zh-Hans: 为何？ } }
            """
        #expect(SmallPack.faults(files).map(\.kind) == [.duplicate])
    }
}
