import Testing

@testable import Words

@Suite struct DatesAndNumbersTests {
    private let english: Words
    private let chinese: Words
    private let bare: Words

    init() throws {
        let library = try Shelf.library()
        english = library.words(for: "en")
        chinese = library.words(for: "zh-Hans")
        bare = try Shelf.invented(["en": "a: b", "fr": "a: b"]).words(for: "fr")
    }

    @Test func `a date is written as the language writes it`() {
        #expect(english.date(year: 2023, month: 3, day: 30) == "30 March 2023")
        #expect(english.shortDate(year: 2023, month: 3, day: 30) == "30 Mar 2023")
        #expect(chinese.date(year: 2023, month: 3, day: 30) == "2023年3月30日")
        #expect(chinese.shortDate(year: 2023, month: 3, day: 30) == "2023年3月30日")
        #expect(english.month(year: 2022, month: 12) == "December 2022")
        #expect(chinese.month(year: 2022, month: 12) == "2022年12月")
        #expect(
            english.dateTime(year: 2023, month: 3, day: 3, hour: 9, minute: 5) == "3 March 2023, 09:05")
    }

    @Test func `a language without forms for dates gets them in the exact form`() {
        #expect(bare.date(year: 2023, month: 3, day: 5) == "2023-03-05")
        #expect(bare.shortDate(year: 2023, month: 3, day: 5) == "2023-03-05")
        #expect(bare.month(year: 2022, month: 12) == "2022-12")
        #expect(bare.dateTime(year: 2023, month: 3, day: 5, hour: 9, minute: 5) == "2023-03-05 09:05")
    }

    @Test(arguments: [
        (12, "in 12 days", "12天后"), (1, "tomorrow", "明天"), (0, "due today", "今天到期"),
        (-1, "1 day past the date", "已过期限1天"), (-1500, "1,500 days past the date", "已过期限1,500天"),
    ])
    func `a deadline says how far it lies, and blames nobody`(days: Int, inEnglish: String, inChinese: String)
    {
        #expect(english.deadline(days: days) == inEnglish)
        #expect(chinese.deadline(days: days) == inChinese)
    }

    @Test func `a day passed is a day ago`() {
        #expect(english.distance(days: -1) == "yesterday")
        #expect(english.distance(days: -2) == "2 days ago")
        #expect(chinese.distance(days: -2) == "2天前")
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (12_408, "12,408"), (1_234_567, "1,234,567"),
        (-1000, "\u{2212}1,000"),
    ])
    func `figures are grouped by thousands`(number: Int, written: String) {
        #expect(english.number(number) == written)
    }

    @Test(arguments: [
        (0.625, 1, "62.5%"), (0.625, 0, "63%"), (1, 0, "100%"), (0, 1, "0.0%"), (0.0306, 1, "3.1%"),
        (.nan, 0, "–"),
    ])
    func `a share is written as a percentage`(share: Double, decimals: Int, written: String) {
        #expect(english.percent(share, decimals: decimals) == written)
    }

    @Test func `several things are joined as the language joins them`() {
        #expect(english.list([]) == "")
        #expect(english.list(["A"]) == "A")
        #expect(english.list(["A", "B"]) == "A and B")
        #expect(english.list(["A", "B", "C"]) == "A, B and C")
        #expect(chinese.list(["甲", "乙", "丙"]) == "甲、乙和丙")
    }
}
