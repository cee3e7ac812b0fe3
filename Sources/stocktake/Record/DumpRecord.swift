import ArgumentParser
import Foundation
import Registry

/// `stocktake record dump`: the record as JSON Lines, for a verifier that cannot open the database.
struct DumpRecord: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Print the record's tables as JSON Lines.")

    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            try await RecordDump(open.registry).write { FileHandle.standardOutput.write(Data($0)) }
        }
    }
}
