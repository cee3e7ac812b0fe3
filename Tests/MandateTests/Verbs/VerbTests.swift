import Testing

@testable import Mandate

@Suite struct VerbTests {
    @Test(arguments: [
        ("Decides also that all States which recognize and support it shall act;", ["decides also"]),
        (
            "Strongly encourages States, and further requests the Chair to report, stressing the need;",
            ["strongly encourages", "further requests"]
        ),
        ("Calls on CTED to note that the report welcomes and encourages progress;", ["calls on"]),
        ("Takes note of requests for assistance, demands for help and calls to act;", ["takes note"]),
        ("Pays tribute to the staff and looks forward to the report;", ["pays tribute", "looks forward"]),
        (
            "Decides that the Committee, which decides by consensus, shall meet, and in this regard urges all to attend;",
            ["decides", "urges"]
        ),
    ])
    func `the organ's main clauses count, others do not`(text: String, expected: [String]) {
        #expect(Self.verbs("The Security Council,", text, .english) == expected)
    }

    @Test(arguments: [
        (
            "Décide en outre que le Comité se réunira, et prie également le Secrétaire général d’agir ;",
            ["décide en outre", "prie également"]
        ),
        (
            "Se félicite des progrès, rend hommage à la Force et, à cet égard, demande instamment aux parties de coopérer ;",
            ["se félicite", "rend hommage", "demande instamment"]
        ),
        ("Prend note du rapport, à la demande de l’État ;", ["prend note"]),
        (
            "Réaffirme sa résolution et souligne que la demande et la note seront examinées ;",
            ["réaffirme", "souligne"]
        ),
    ])
    func `French verbs come with their adverbs`(text: String, expected: [String]) {
        #expect(Self.verbs("Le Conseil de sécurité,", text, .french) == expected)
    }

    @Test(arguments: [
        ("決定延長任務,還決定審查,並請秘書長報告;", ["決定", "還決定", "請"]),
        ("强烈谴责袭击，再次呼吁各方停火，在此方面敦促各国;", ["强烈谴责", "再次呼吁", "敦促"]),
        ("表示關切局勢,會員國要求提供資料,注意到該報告;", ["表示", "注意到"]),
        ("鼓勵各國採取措施,支持受害者,加強合作;", ["鼓勵"]),
    ])
    func `Chinese verbs begin their clause`(text: String, expected: [String]) {
        #expect(Self.verbs("安全理事会,", text, .simplifiedChinese) == expected)
    }

    @Test func `a verb without the stop before it is found and flagged`() throws {
        let reading = try TestTexts.reading("S-RES-2617-2021.zh-Hant")
        #expect(reading["24"]?.verbs == ["強調指出", "指示"])
        #expect(reading["27"]?.verbs == ["提醒", "指出", "歡迎", "鼓勵"])
        #expect(reading.warnings.filter { $0.code == .stopMissing }.count == 2)
    }

    @Test func `what sub-paragraphs ask of States is no verb of the organ`() throws {
        let reading = try TestTexts.reading("S-RES-1373-2001.en")
        #expect(reading["2"]?.verbs == ["decides also"])
        #expect(reading["2"]?.subparagraphs.flatMap(\.verbs) == [])
    }

    @Test func `the seed's verbs agree in both languages where the copies do`() throws {
        let english = try TestTexts.reading("S-RES-2617-2021.en")
        #expect(english["16"]?.verbs == ["requests", "requests further", "directs"])
        #expect(english["23"]?.verbs == ["welcomes", "takes note", "welcomes also", "calls on"])
        let chinese = try TestTexts.reading("S-RES-2617-2021.zh-Hant")
        #expect(chinese["2"]?.verbs == ["決定", "還決定"])
        #expect(chinese["23"]?.verbs == ["歡迎", "表示注意到", "又歡迎", "促請"])
        #expect(chinese["12"]?.addressees == ["反恐委員會"])
    }

    private static func verbs(_ organ: String, _ text: String, _ language: TextLanguage) -> [String] {
        ResolutionReader.read("\(organ)\n\n1. \(text)\n\n2. X.", language: language)["1"]?.verbs ?? []
    }
}
