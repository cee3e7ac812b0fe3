import ArgumentParser
import Exchange
import Foundation
import Record
import Registry
import Words

/// `stocktake import-history`: enters assessments from before the software from a workbook, all or none.
struct ImportHistory: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-history",
        abstract: "Enter past assessments from a workbook, all or none; or write the template.")

    @Argument(help: "The workbook (.xlsx); with --template, where to write it.")
    var file: String

    @Flag(help: "Write an empty workbook with the columns that are read.")
    var template = false

    @Flag(help: "Say what would be entered, and enter nothing.")
    var preview = false

    @OptionGroup var who: OptionalPerformer
    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            guard let pack = try await open.registry.pack() else {
                throw Failure(.no, "act.no-pack", "No pack is in force: adopt one first.")
            }
            if template {
                try Data(try HistoryWorkbook.template(pack)).write(to: URL(fileURLWithPath: file))
                return Output.line("Template written to \(file)")
            }
            let history: HistoryWorkbook
            do {
                let bytes = try InputFile.bytes(of: file, atMost: HistoryWorkbook.mostBytes)
                history = try HistoryWorkbook(bytes, pack)
            } catch let faults as SheetFaults {
                throw Self.said(faults.faults)
            }
            guard history.faults.isEmpty else { throw Self.said(history.faults) }
            if preview { return show(history) }
            try await enter(history, open)
        }
    }

    /// Says each, by its cell and in the words of the pages.
    private static func said(_ faults: [SheetFault]) -> Failure {
        let words = Places.words()
        for fault in faults {
            let text = words?.refusal(fault.code, fault.values) ?? fault.code
            Output.error(fault.cellName.map { "\($0): \(text)" } ?? text)
        }
        return Failure(.input, "history.faults", "\(faults.count) things are not right. Nothing was entered.")
    }

    private func show(_ history: HistoryWorkbook) {
        for entry in history.entries {
            let positions = entry.fields["positions"]?.string?.split(separator: "\n").count ?? 0
            let state = entry.fields["state"]?.string ?? ""
            let day = entry.fields["adoptedOn"]?.string ?? ""
            Output.line("Row \(entry.row): \(state), adopted \(day), \(positions) positions")
        }
        Output.line("\(history.entries.count) assessments would be entered; nothing was.")
    }

    private func enter(_ history: HistoryWorkbook, _ open: OpenRegistry) async throws {
        let performer = try await who.performer(open, usually: "Past assessments")
        do {
            let performed = try await open.registry.perform(all: history.calls(by: performer))
            Output.line("\(performed.count) assessments entered.")
        } catch let batch as BatchRefusal {
            let row = history.entries[batch.position].row
            let plain = Failure(batch.refusal, Places.words())
            throw Failure(
                plain.status, plain.code, "Row \(row): \(plain.sentence) Of the file nothing was entered.",
                line: row)
        }
    }
}
