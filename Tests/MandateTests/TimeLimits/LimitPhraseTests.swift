import Testing

@testable import Mandate

@Suite struct LimitPhraseTests {
    @Test(arguments: [
        (
            "Decides to extend the mandate for a further period of twelve months, until 30 June 2006;",
            ["P12M", "2006-06-30"]
        ),
        ("Requests a report within ninety (90) days of the adoption of this resolution;", ["P90D"]),
        (
            "Requests a report no later than 60 days after the deployment, and every 120 days thereafter;",
            ["P60D", "R/P120D"]
        ),
        ("Requests him to report by March 2, 2016 and semi-annually thereafter;", ["2016-03-02", "R/P6M"]),
        ("Requests a briefing at three-month intervals and on a monthly basis;", ["R/P3M", "R/P1M"]),
        ("Recalls the letter dated 3 May 2004 and its decision of 5 June 2005;", []),
        ("Decides to act without delay, regularly and periodically;", []),
        ("Requests notice within 48 hours and five working days after the transfer;", ["PT48H", "P5D"]),
        (
            "Authorizes the force for a period of one hundred and twenty days from the date of this resolution;",
            ["P120D"]
        ),
        ("Decides to renew the measures for two years, until 27 April 2008;", ["P2Y", "2008-04-27"]),
    ])
    func `English phrases give their limits`(text: String, expected: [String]) {
        #expect(Self.limits(text, .english) == expected)
    }

    @Test(arguments: [
        (
            "Décide de proroger le mandat pour une nouvelle période de six mois, jusqu’au 31 août 2006 ;",
            ["P6M", "2006-08-31"]
        ),
        ("Prie le Secrétaire général de lui faire rapport tous les quatre-vingt-dix jours ;", ["R/P90D"]),
        ("Prie le Groupe de présenter un rapport le 12 novembre 2010 au plus tard ;", ["2010-11-12"]),
        (
            "Demande un rapport dans un délai de trente jours à compter de l’adoption de la présente résolution ;",
            ["P30D"]
        ),
        ("Prie le Comité de lui rendre compte deux fois par an, puis chaque année ;", ["R/P6M", "R/P1Y"]),
        ("Rappelle sa résolution 1373 (2001) du 28 septembre 2001 et la lettre datée du 3 mai 2004 ;", []),
    ])
    func `French phrases give their limits`(text: String, expected: [String]) {
        #expect(Self.limits(text, .french) == expected)
    }

    @Test(arguments: [
        ("决定将任务期限延长6个月,至2006年6月30日止;", ["P6M", "2006-06-30"]),
        ("请专家小组最迟在其任务期限结束前30天向委员会提交报告;", ["P30D"]),
        ("请秘书长在本决议通过之日起四十五天内提出报告,并每隔三个月提出最新情况;", ["P45D", "R/P3M"]),
        ("請秘書長在2025年年底前報告,其後每年兩次;", ["2025-12-31", "R/P6M"]),
        ("回顧2001年9月28日第1373(2001)號決議,定期報告;", []),
        ("决定延长为期十二个月;", ["P12M"]),
    ])
    func `Chinese phrases give their limits`(text: String, expected: [String]) {
        #expect(Self.limits(text, .simplifiedChinese) == expected)
    }

    private static func limits(_ text: String, _ language: TextLanguage) -> [String] {
        let organ: [TextLanguage: String] = [
            .english: "The Security Council,", .french: "Le Conseil de sécurité,",
            .simplifiedChinese: "安全理事会,",
        ]
        let reading = ResolutionReader.read("\(organ[language] ?? "")\n\n1. \(text)", language: language)
        return reading["1"]?.limits ?? []
    }
}
