import Spreadsheet
import Testing
import Words

@testable import Exchange
@testable import Registry

/// What a file can have wrong with it, each told by sheet and cell, all of it at once.
@Suite struct AnswerFaultTests {
    private func faults(_ edit: (inout Workbook) throws -> Void) throws -> [String] {
        var sample = SampleSheet()
        sample.answers["K7"] = AnswerContent(
            value: "fully", codes: ["source": "state", "confidence": "high"])
        let sheet = try sample.sheet()
        return try SampleSheet.faults(try SampleSheet.edited(sheet, "en", edit), of: sheet)
    }

    @Test func `each cell that says nothing we know is named, with what it could say`() throws {
        let sheet = try SampleSheet().sheet()
        let bytes = try SampleSheet.edited(sheet) { workbook in
            try workbook.type("maybe\u{202E}\u{7}", at: "F2")
            try workbook.type("bonds; Treaties", at: "F4")
            try workbook.type("hearsay", at: "H2")
        }
        let plan = try SampleSheet.read(bytes, of: sheet)
        let words = try SampleSheet.library.get().words(for: "en")
        let said = plan.faults.sorted { ($0.place ?? "") < ($1.place ?? "") }
            .map { "\($0.place ?? "-"): \(words($0.code, $0.values))" }
        #expect(
            said == [
                "Questions!F2: “maybe” is none of: fully, largely, by law, not at all, not applicable and "
                    + "no information. Write one of these.",
                "Questions!F4: “Treaties” is none of: Bombing: the convention, Bonds, not applicable and "
                    + "no information. Write one of these.",
                "Questions!H2: “hearsay” is none of: reported by the State, a visit, the United Nations, "
                    + "another organisation and public sources. Write one of these.",
            ])
        #expect(plan.changes.isEmpty)
    }

    @Test func `codes that are unknown, not asked, lacking or there twice are told apart`() throws {
        #expect(
            try faults { workbook in
                try workbook.type("K99", at: "A2")
                try workbook.type("K9", at: "A3")
                try workbook.type("K5", at: "A4")
                try workbook.type("", at: "A6")
                try workbook.type("2024", at: "F6")
            } == [
                "Questions!A2 sheet.question-unknown", "Questions!A3 sheet.question-not-here",
                "Questions!F6 sheet.no-code",
            ])
        #expect(
            try faults { try $0.type("K1", at: "A3") } == ["Questions!A3 sheet.question-twice"])
    }

    @Test func `an answer is not taken back by emptying its row`() throws {
        #expect(
            try faults { workbook in
                for column in ["F", "G", "H", "I"] { try workbook.type("", at: "\(column)8") }
            } == ["Questions!F8 sheet.emptied"])
    }

    @Test func `headings that are renamed, lacking or there twice, and columns of others, are named`() throws
    {
        #expect(
            try faults { workbook in
                try workbook.type("Response", at: "F1")
                try workbook.type("Source", at: "I1")
                try workbook.type("by me", at: "L4")
            } == [
                "Questions!I1 sheet.column-twice", "Questions sheet.column-missing",
                "Questions sheet.column-missing", "Questions!F1 sheet.column-unknown",
                "Questions!L4 sheet.column-unknown",
            ])
        #expect(try faults { try $0.type("", at: "A1") } == ["Questions sheet.no-headings"])
    }

    @Test func `merged cells, errors and sheets of others are named`() throws {
        #expect(
            try faults { workbook in
                workbook.sheets[0].merged = [CellRange("F2:F4")].compactMap(\.self)
                var notes = Sheet("My notes")
                notes.append([.text("remember")])
                workbook.sheets.append(notes)
                workbook.sheets.append(Sheet("Empty"))
            } == ["My notes sheet.foreign", "Questions!F2 sheet.merged"])
        #expect(try faults { $0.sheets[0].name = "Answers" } == ["- sheet.no-questions"])
    }

    @Test func `formulas and errors are no values`() throws {
        let sheet = try SampleSheet().sheet()
        var read = try Workbook.read(try SampleSheet.out(sheet)).sheets[0]
        read[CellAddress(row: 3, column: 7)] = Cell(.formula("1+1", cached: .number(2)))
        let headings = AnswerHeadings(try SampleSheet.library.get(), .directorate)
        let form = AnswerFileForm(read, headings)
        #expect(form.faults(expecting: [], in: "en").map(\.code) == ["sheet.formula"])
        #expect(form.faults(expecting: [], in: "en").map(\.place) == ["Questions!G3"])
        #expect(CellValue.error("#REF!").plainText == nil)
    }

    @Test func `a file of elsewhere is turned away, and of another assessment nothing is told`() throws {
        let sheet = try SampleSheet().sheet()
        func turnedAway(_ key: String, _ value: String) throws -> [String] {
            let bytes = try SampleSheet.edited(sheet) { workbook in
                let place = try #require(workbook.sheets.firstIndex { $0.name == "stocktake" })
                let row = try #require(
                    workbook.sheets[place].rows.first { $0[1]?.value == .text(key) })
                workbook.sheets[place][CellAddress(row: row.number, column: 2)] = .text(value)
            }
            return try SampleSheet.faults(bytes, of: sheet)
        }
        #expect(try turnedAway("format", "other") == ["- sheet.not-ours"])
        #expect(try turnedAway("assessment", "a2") == ["- sheet.other-assessment"])
        #expect(try turnedAway("room", "state") == ["- sheet.other-room"])
        #expect(try turnedAway("version", "0") == ["- sheet.other-version"])
        #expect(try turnedAway("questionnaire", "short") == ["- sheet.other-version"])
        let bare = try SampleSheet.edited(sheet) { $0.sheets.removeAll { $0.name == "stocktake" } }
        #expect(try SampleSheet.faults(bare, of: sheet) == ["- sheet.not-ours"])
    }

    @Test func `what is no spreadsheet, or far too much of one, is turned away before it is looked at`()
        throws
    {
        let sheet = try SampleSheet().sheet()
        #expect(try SampleSheet.faults(Array("a,b\n1,2\n".utf8), of: sheet) == ["- sheet.not-xlsx"])
        #expect(try SampleSheet.faults([], of: sheet) == ["- sheet.not-xlsx"])
        #expect(
            try SampleSheet.faults([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], of: sheet)
                == ["- sheet.legacy"])
        let cut = try SampleSheet.out(sheet)
        #expect(try SampleSheet.faults(Array(cut.prefix(cut.count / 2)), of: sheet) == ["- sheet.damaged"])
        let long = try SampleSheet.edited(sheet) { workbook in
            for row in 10...2_100 { workbook.sheets[0][CellAddress(row: row, column: 7)] = .text("more") }
        }
        #expect(try SampleSheet.faults(long, of: sheet) == ["Questions!G1002 sheet.too-much"])
    }

    @Test func `what an act refuses is told at the cell that it is about`() throws {
        let sheet = try SampleSheet().sheet()
        let bytes = try SampleSheet.edited(sheet) { workbook in
            try workbook.type("fully", at: "F2")
            try workbook.type("Not applicable", at: "F3")
            try workbook.type("12", at: "F6")
        }
        let plan = try SampleSheet.read(bytes, of: sheet).refused([
            2: Refusal("answer.not-date", .incomplete, ["value": "12"]),
            0: Refusal(faults: [
                FieldFault("source", "field.required"), FieldFault("explanation", "field.control"),
            ]),
            1: Refusal("answer.not-applicable-why", .incomplete),
        ])
        #expect(
            plan.faults.map { "\($0.place ?? "-") \($0.code)" } == [
                "Questions!G2 field.control", "Questions!H2 field.required",
                "Questions!G3 answer.not-applicable-why", "Questions!F6 answer.not-date",
            ])
        #expect(throws: Refusal.self) {
            try SampleSheet.read(bytes, of: sheet).refused([0: Refusal("assessment.not-at-stage", .notNow)])
        }
    }
}
