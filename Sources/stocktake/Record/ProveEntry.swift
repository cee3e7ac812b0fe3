import ArgumentParser
import Record
import Registry

/// `stocktake record prove`: a proof that an entry is in the log.
struct ProveEntry: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Print the proof that an entry is in the record.")

    @Argument(help: "Identifier of the entry, or its index.")
    var entry: String

    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            Output.line(try await open.registry.inclusionProof(of: entry).canonicalString)
        }
    }
}
