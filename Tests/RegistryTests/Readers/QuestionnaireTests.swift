import Mandate
import Pack
import Record
import Storage
import Testing

@testable import Registry

/// What States are asked: public like the pack, and led down to the paragraphs that it rests on.
@Suite struct QuestionnaireTests {
    @Test(arguments: Engine.allCases)
    func `anyone reads the questions with what they rest on and can be answered`(engine: Engine) async throws
    {
        try await TestWorld.with(engine, mandate: false) { world in
            for viewer in ["public", "mission", "head"] {
                try await world.read(as: viewer) { reader in
                    let survey = try #require(try reader.questionnaires().first)
                    #expect(survey.code == "short-survey" && survey.version == "2026.1")
                    #expect(survey.options.map(\.code).prefix(2) == ["fully", "largely"])
                    #expect(survey.options.filter(\.isOutside).count == 2)
                    #expect(survey.note?.texts["zh-Hant"] != nil)
                    let questions = try reader.questions(of: survey.code)
                    #expect(questions.map(\.code) == survey.questions)
                    #expect(try questions == survey.questions.compactMap { try reader.question($0) })
                    for question in questions {
                        let requirements = try question.requirements.compactMap { try reader.requirement($0) }
                        #expect(requirements.count == question.requirements.count)
                        #expect(!question.paragraphs.isEmpty, "\(question.code) rests on a paragraph, I12")
                        #expect(Set(question.paragraphs) == Set(requirements.flatMap(\.paragraphs)))
                        #expect(question.options == (question.kind == .closed ? survey.options : []))
                        #expect(question.text.texts["en"] != nil && question.text.texts["zh-Hans"] != nil)
                    }
                }
            }
        }
    }

    @Test func `a requirement leads to the questions that rest on it`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            try await world.read(as: "public") { reader in
                for requirement in try reader.requirements() {
                    let resting = try reader.questions(restingOn: requirement.code)
                    let all = try reader.questionnaires().sorted { $0.code < $1.code }
                        .flatMap { try reader.questions(of: $0.code) }
                    #expect(resting == all.filter { $0.requirements.contains(requirement.code) })
                }
                #expect(
                    try reader.questions(restingOn: "LEG8").contains { $0.questionnaire == "short-survey" })
                #expect(try reader.questions(of: "none").isEmpty)
                #expect(try reader.question("none") == nil)
                #expect(try reader.questionnaire("none") == nil)
            }
        }
    }

    @Test func `programs read questions by questionnaire and by theme`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            try await world.read(as: "public") { reader in
                func items(_ filters: [String: String]) throws -> [JSONValue] {
                    try Resource.questions.listing(reader, ListQuery(filters: filters)).items
                }
                let all = try items(["questionnaire": "short-survey"])
                #expect(
                    try all.compactMap { $0["id"]?.string }
                        == reader.questions(of: "short-survey").map(\.code))
                #expect(try items([:]).starts(with: all))
                #expect(try items(["questionnaire": "none"]).isEmpty)
                let gender = try items(["theme": "GEN", "questionnaire": "short-survey"])
                #expect(gender == all.filter { $0["themes"] == ["GEN"] } && gender.count == 1)
                #expect(gender.first?["url"] == "/questions/Q8" && gender.first?["kind"] == "closed")
                #expect(gender.first?["options"]?.array?.first?["code"] == "fully")
                #expect(gender.first?["options"]?.array?.first?["name"]?["zh-Hans"] != nil)
                for property in Resource.questions.properties.map(\.name) {
                    #expect(gender.first?[property] != nil, "\(property)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a later pack asks anew, and a past day shows what was asked then`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            world.clock.move(to: CalendarDate(2024, 4, 1))
            let files = TestPack.files(
                replacing: "version: \"2026.1\"", with: "version: \"2026.2\"", in: "questionnaires.yaml")
            let hash = try await world.registry.stage(pack: files)
            try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
            #expect(
                try await world.read(as: "public") { try Set($0.questionnaires().map(\.version)) } == [
                    "2026.2"
                ])
            let past = try await world.read(as: "public", asOf: TestWorld.today) {
                try Set($0.questionnaires().map(\.version))
            }
            #expect(past == ["2026.1"])
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
        }
    }

    @Test func `a pack from before there were questionnaires is adopted and asks nothing`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let files = TestPack.files.filter { !["questionnaires.yaml", "holidays.yaml"].contains($0.path) }
            let hash = try await world.registry.stage(pack: files)
            try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
            #expect(try await world.read(as: "public") { try $0.questionnaires().isEmpty })
            #expect(try await world.read(as: "public") { try $0.questions(of: "short-survey").isEmpty })
            // The question of a version that was adopted before goes on to be read: cases rest on it.
            #expect(try await world.read(as: "public") { try $0.question("Q1") != nil })
        }
    }
}
