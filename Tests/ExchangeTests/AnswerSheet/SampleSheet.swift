import Disclosure
import Foundation
import Mandate
import Pack
import Record
import Spreadsheet
import Testing
import Words

@testable import Exchange
@testable import Registry

/// A questionnaire with a question of every kind, and answers to some of them.
struct SampleSheet {
    static let library = Result {
        try WordsLibrary.load(
            directory: URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Resources/words").path)
    }
    static let languages = ["en", "zh-Hans"]

    var side = AnswerSide.directorate
    /// By code of the question.
    var answers: [String: AnswerContent] = [:]
    /// Asked, but made needless by another answer.
    var needless: Set<String> = []

    static func wording(_ english: String, _ chinese: String) -> LocalizedWording {
        LocalizedWording(["en": english, "zh-Hans": chinese])
    }

    static func option(_ code: String, _ english: String, _ chinese: String, _ isOutside: Bool = false)
        -> OptionView
    {
        OptionView(code: code, name: wording(english, chinese), isOutside: isOutside)
    }

    static let scale = [
        option("fully", "fully", "完全"), option("largely", "largely, by law", "大体"),
        option("not-at-all", "not at all", "完全没有"),
        option("not-applicable", "not applicable", "不适用", true),
        option("no-information", "no information", "没有资料", true),
    ]
    static let conventions = [
        option("bombing", "Bombing: the convention", "制止爆炸公约"), option("bonds", "Bonds", "担保"),
    ]

    static func question(_ code: String, _ kind: Pack.Question.Kind) -> QuestionView {
        let options =
            switch kind {
            case .closed: scale
            case .several, .register: conventions
            case .open, .date, .number: [OptionView]()
            }
        return QuestionView(
            code: code, questionnaire: "kinds", theme: "LEG", kind: kind, parent: nil, matters: [],
            unit: kind == .number ? wording("cases", "起") : nil, condition: nil, isForVisited: false,
            isSensitive: false, requirements: [], paragraphs: [], options: options,
            text: wording("Question \(code)?", "问题\(code)？"), help: nil)
    }

    static let questions = [
        question("K1", .closed), question("K2", .open), question("K3", .several), question("K4", .register),
        question("K5", .date), question("K6", .number), question("K7", .closed),
    ]

    /// - Throws: where the sample itself is wrong.
    func sheet() throws -> AnswerSheet {
        let item = ItemView(
            id: "a1", type: .assessment, room: "directorate", state: "FRD", assessment: "a1", parent: "",
            theme: "", requirement: "", question: "", author: "", value: "preparing", body: nil, note: nil,
            detail: ["cycle": .integer(3), "questionnaire": "kinds"], reach: nil, enteredBy: 1)
        return AnswerSheet(
            assessment: try #require(AssessmentView(item)), side: side,
            state: Self.wording("Freedonia", "自由国"),
            questionnaire: QuestionnaireView(
                code: "kinds", name: Self.wording("Kinds", "类别"), version: "1", scale: "s", note: nil,
                options: Self.scale, questions: Self.questions.map(\.code) + ["K9"]),
            rows: Self.questions.map {
                AnswerSheet.Row(
                    question: $0, theme: Self.wording("Legislation", "立法"),
                    isAsked: !needless.contains($0.code), own: answers[$0.code] ?? AnswerContent(), other: nil
                )
            }, day: CalendarDate(2027, 1, 15))
    }

    /// Every question answered somehow, or not.
    static func drawn(_ generator: inout SeededRandom, _ side: AnswerSide) -> SampleSheet {
        var sample = SampleSheet(side: side)
        for question in questions where Int.random(in: 0..<5, using: &generator) > 0 {
            var content = AnswerContent(value: value(question, &generator))
            for language in ["en", "fr", "zh-Hans"] where Bool.random(using: &generator) {
                content.explanations[language] = AnswerContent.tidied(text(&generator))
            }
            content.explanations = content.explanations.filter { !$0.value.isEmpty }
            for (name, codes) in side.codeFields {
                content.codes[name] = codes.randomElement(using: &generator)
            }
            sample.answers[question.code] = content
        }
        return sample
    }

    private static func value(_ question: QuestionView, _ generator: inout SeededRandom) -> String {
        if Int.random(in: 0..<4, using: &generator) == 0 { return "no-information" }
        let date = ["", ":1998", ":2001-02-03"].randomElement(using: &generator) ?? ""
        return switch question.kind {
        case .closed: scale.randomElement(using: &generator)?.code ?? ""
        case .open: ""
        case .several: ["bombing", "bonds", "bombing bonds"].randomElement(using: &generator) ?? ""
        case .register: ["bombing\(date)", "bombing\(date) bonds"].randomElement(using: &generator) ?? ""
        case .date: ["2024", "2024-02-29"].randomElement(using: &generator) ?? ""
        case .number: String(Int.random(in: 0..<1_000_000, using: &generator))
        }
    }

    /// What people write, and what programs trip over.
    private static func text(_ generator: inout SeededRandom) -> String {
        let pieces = [
            "=1+1", "law ", "\n", "\t", "法律", "\u{202E}", "<b>&amp;", "_x0041_", "'", "2024-01-01", "0012",
            "é", "🏛", " ",
        ]
        return (0..<Int.random(in: 1..<9, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }

    // What tests do with it.

    static func out(_ sheet: AnswerSheet, _ language: String = "en") throws -> [UInt8] {
        try AnswerWorkbook(sheet, try library.get().words(for: language), languages: [language, "en"]).bytes()
    }

    static func read(_ bytes: [UInt8], of sheet: AnswerSheet) throws -> AnswerImport {
        let headings = AnswerHeadings(try library.get(), sheet.side)
        return AnswerImport(
            try AnswerFile(bytes, of: sheet, headings), into: sheet, headings,
            try library.get().words(for: "en"), languages: languages)
    }

    /// The file after somebody changed it; what is only for the eye is lost on the way.
    static func edited(
        _ sheet: AnswerSheet, _ language: String = "en", _ edit: (inout Workbook) throws -> Void
    ) throws -> [UInt8] {
        var workbook = try Workbook.read(try out(sheet, language))
        try edit(&workbook)
        return try workbook.bytes()
    }

    /// The faults with which a file is turned away: the place and the code of each.
    static func faults(_ bytes: [UInt8], of sheet: AnswerSheet) throws -> [String] {
        do {
            return try read(bytes, of: sheet).faults.map(Self.said)
        } catch let faults as SheetFaults {
            return faults.faults.map(Self.said)
        }
    }

    private static func said(_ fault: SheetFault) -> String { "\(fault.place ?? "-") \(fault.code)" }
}

extension Workbook {
    /// Writes a text into a cell of the first sheet, as somebody who types it.
    mutating func type(_ text: String, at address: String) throws {
        sheets[0][try #require(CellAddress(address))] = text.isEmpty ? nil : .text(text)
    }
}
