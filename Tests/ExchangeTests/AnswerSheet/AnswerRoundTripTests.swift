import Record
import Spreadsheet
import Testing

@testable import Exchange
@testable import Registry

/// What goes out and comes back as it was changes nothing, and what was typed arrives as it was typed.
@Suite struct AnswerRoundTripTests {
    @Test(arguments: Seeds.standard, [AnswerSide.directorate, .state])
    func `a file that comes back as it went out changes nothing, in whatever language`(
        seed: UInt64, side: AnswerSide
    ) throws {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let sheet = try SampleSheet.drawn(&generator, side).sheet()
            for language in ["en", "zh-Hans", "zh-Hant"] {
                let plan = try SampleSheet.read(SampleSheet.out(sheet, language), of: sheet)
                #expect(plan.faults.isEmpty, "\(plan.faults)")
                #expect(plan.changes.isEmpty, "\(plan.changes.map(\.after))")
                #expect(plan.unchanged == SampleSheet.questions.count)
                #expect(plan.newer.isEmpty)
            }
        }
    }

    @Test(arguments: Seeds.standard)
    func `what the registry changed and the file did not is left as it stands`(seed: UInt64) throws {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let then = try SampleSheet.drawn(&generator, .state).sheet()
            let now = try SampleSheet.drawn(&generator, .state).sheet()
            let plan = try SampleSheet.read(SampleSheet.out(then), of: now)
            #expect(plan.changes.isEmpty, "\(plan.changes.map(\.after))")
            let differing = zip(then.rows, now.rows).filter { $0.own != $1.own }
            #expect(plan.newer == differing.map(\.0.question.code))
        }
    }

    @Test func `every kind of question takes what its column says`() throws {
        let sheet = try SampleSheet().sheet()
        let bytes = try SampleSheet.edited(sheet) { workbook in
            let typed = [
                "largely, by law", "Not applicable", "bonds; Bombing: the convention",
                "Bombing: the convention: 1998-03-01；担保", "2024-05-06", "12", "完全",
            ]
            for (row, text) in typed.enumerated() { try workbook.type(text, at: "F\(row + 2)") }
            workbook.sheets[0][CellAddress(row: 6, column: 6)] = DateTime(2024, 5, 6).map { .date($0) }
            workbook.sheets[0][CellAddress(row: 7, column: 6)] = .number(12)
        }
        let plan = try SampleSheet.read(bytes, of: sheet)
        #expect(plan.faults.isEmpty, "\(plan.faults)")
        #expect(
            plan.changes.map(\.after.value) == [
                "largely", "not-applicable", "bombing bonds", "bombing:1998-03-01 bonds", "2024-05-06", "12",
                "fully",
            ])
        #expect(plan.changes.allSatisfy { !$0.isConflict })
    }

    @Test func `columns may stand anywhere, and the rows in any order`() throws {
        var sample = SampleSheet()
        sample.answers["K1"] = AnswerContent(
            value: "fully", explanations: ["en": "By law"], codes: ["source": "state", "confidence": "high"])
        let sheet = try sample.sheet()
        let bytes = try SampleSheet.edited(sheet) { workbook in
            let former = workbook.sheets[0]
            var turned = Sheet(former.name)
            let rows = [former.rows[0]] + former.rows.dropFirst().reversed()
            for (place, row) in rows.enumerated() {
                for entry in row.entries {
                    // One row further down, the columns from right to left.
                    turned[CellAddress(row: place + 3, column: 12 - entry.column)] = entry.cell
                }
            }
            workbook.sheets[0] = turned
        }
        let plan = try SampleSheet.read(bytes, of: sheet)
        #expect(plan.faults.isEmpty && plan.changes.isEmpty && plan.unchanged == 7, "\(plan.faults)")
    }

    @Test func `what changed in both places is a conflict, and is carried out only where it was chosen`()
        throws
    {
        func content(_ value: String) -> AnswerContent {
            AnswerContent(value: value, codes: ["source": "state", "confidence": "high"])
        }
        var sample = SampleSheet()
        sample.answers = ["K1": content("fully"), "K7": content("fully")]
        let then = try sample.sheet()
        let bytes = try SampleSheet.edited(then) { workbook in
            try workbook.type("not at all", at: "F2")
            try workbook.type("not at all", at: "F8")
        }
        sample.answers["K7"] = content("largely")
        let plan = try SampleSheet.read(bytes, of: try sample.sheet())
        #expect(plan.changes.map(\.isConflict) == [false, true])
        #expect(plan.chosen([]).map(\.question.code) == ["K1"])
        #expect(plan.chosen(["K7"]).map(\.question.code) == ["K1", "K7"])
    }

    @Test func `an explanation in a language that the file lacks stays`() throws {
        var sample = SampleSheet()
        let codes = ["source": "state", "confidence": "high"]
        sample.answers["K1"] = AnswerContent(value: "fully", explanations: ["en": "By law"], codes: codes)
        let then = try sample.sheet()
        let bytes = try SampleSheet.edited(then) { try $0.type("By statute", at: "G2") }
        sample.answers["K1"]?.explanations["fr"] = "Par la loi"
        let plan = try SampleSheet.read(bytes, of: try sample.sheet())
        #expect(plan.changes.map(\.after.explanations) == [["en": "By statute", "fr": "Par la loi"]])
        #expect(plan.changes.map(\.isConflict) == [true])
    }

    @Test func `what is not asked does not go out`() throws {
        let sheet = try SampleSheet(needless: ["K2", "K3"]).sheet()
        let rows = try Workbook.read(try SampleSheet.out(sheet)).sheets[0].rows
        #expect(rows.compactMap { $0[1]?.value.plainText } == ["Code", "K1", "K4", "K5", "K6", "K7"])
    }
}
