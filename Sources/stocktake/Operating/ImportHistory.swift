import ArgumentParser
import Foundation
import Record
import Registry
import Spreadsheet

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
                let bytes = try HistoryWorkbook.template(pack).bytes()
                try Data(bytes).write(to: URL(fileURLWithPath: file))
                return Output.line("Template written to \(file)")
            }
            let history = try HistoryWorkbook(try workbook(), pack)
            for fault in history.faults { Output.error("\(fault.cell): \(fault.message)") }
            guard history.faults.isEmpty else {
                throw Failure(
                    .input, "history.faults",
                    "\(history.faults.count) cells are not right. Nothing was entered.")
            }
            if preview { return show(history) }
            try await enter(history, open)
        }
    }

    private func workbook() throws -> Workbook {
        do {
            return try Workbook.read(try InputFile.bytes(of: file, atMost: 20 << 20))
        } catch let error as ReadError {
            throw Failure(.input, "history.workbook", "\(file) cannot be read: \(error)")
        }
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
        let calls = history.entries.map { ActCall(EnterHistoricAssessment.kind, $0.fields, by: performer) }
        guard calls.count <= Registry.mostInOneTransaction else {
            throw Failure(.input, "act.too-many", "There are more than 1,000 rows: split the file.")
        }
        do {
            let performed = try await open.registry.perform(all: calls)
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
