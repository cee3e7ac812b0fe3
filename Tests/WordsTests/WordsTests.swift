import Testing

@testable import Words

@Suite struct WordsTests {
    private let library: WordsLibrary

    init() throws {
        library = try Shelf.invented([
            "en": """
            list.title: "Visit list of {year}"
            only.english: "English {name}"
            waiting:
              count: duties
              one: "{duties} duty of {year}"
              other: "{duties} duties of {year}"
            number.group: ","
            """,
            "zh-Hans": """
            list.title: "{year}年访问名单"
            waiting:
              count: duties
              other: "{year}年{duties}项任务"
            """,
            "ru": """
            waiting:
              count: duties
              one: "{duties} задача"
              few: "{duties} задачи"
              many: "{duties} задач"
              other: "{duties} задачи"
            """,
        ])
    }

    @Test func `a message is filled in by name`() {
        #expect(library.words(for: "en")("list.title", ["year": 2023]) == "Visit list of 2023")
        #expect(library.words(for: "zh-Hans")("list.title", ["year": 2023]) == "2023年访问名单")
    }

    @Test(arguments: [
        ("en", 1, "1 duty of 2023"), ("en", 2, "2 duties of 2023"), ("en", 0, "0 duties of 2023"),
        ("en", 12_408, "12,408 duties of 2023"), ("zh-Hans", 1, "2023年1项任务"), ("ru", 1, "1 задача"),
        ("ru", 3, "3 задачи"), ("ru", 11, "11 задач"),
    ])
    func `the counted number chooses the form, and a year has no comma`(
        tag: String, count: Int, said: String
    ) {
        #expect(library.words(for: tag)("waiting", ["duties": count, "year": 2023]) == said)
    }

    @Test func `a count that comes as text chooses the form, too`() {
        let words = library.words(for: "en")
        #expect(words("waiting", ["duties": "1", "year": "2023"]) == "1 duty of 2023")
        #expect(words("waiting", ["duties": "1500", "year": "2023"]) == "1,500 duties of 2023")
        #expect(words("waiting", ["duties": "many", "year": "2023"]) == "many duties of 2023")
    }

    @Test func `what a language lacks is said in English`() {
        #expect(library.words(for: "zh-Hans")("only.english", ["name": "A"]) == "English A")
    }

    @Test func `what nobody knows shows its key`() {
        #expect(library.words(for: "en")("no.such") == "[no.such]")
        #expect(!library.words(for: "en").has("no.such"))
    }

    @Test func `a missing argument shows its name`() {
        #expect(library.words(for: "en")("list.title") == "Visit list of {year}")
    }

    @Test func `an argument is never read as a message again`() {
        #expect(library.words(for: "en")("only.english", ["name": "{year}"]) == "English {year}")
    }

    @Test func `a language without a file is answered in English`() {
        #expect(library.words(for: "xx").language.tag == "en")
        #expect(library.languages.map(\.tag) == ["en", "ru", "zh-Hans"])
    }
}
