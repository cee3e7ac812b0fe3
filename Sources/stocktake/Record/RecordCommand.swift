import ArgumentParser

/// `stocktake record`: what the record proves.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Check, replay and prove the record.",
        subcommands: [
            VerifyRecord.self, ReplayRecord.self, SignCheckpoint.self, ProveEntry.self, MatchReceipt.self,
            PrintKey.self, DumpRecord.self,
        ])
}
