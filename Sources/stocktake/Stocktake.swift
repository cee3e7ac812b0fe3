import ArgumentParser

/// The program: each command is a file of its own.
@main
struct Stocktake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stocktake",
        abstract: "The working registry of an expert body that assesses States.",
        discussion: """
            Exit status: 0 done; 1 the answer is no, or an act was refused; 64 wrong usage; 65 invalid input; \
            66 no such file; 69 database out of reach; 70 a fault of ours.
            """,
        subcommands: [
            Demo.self, Serve.self, MandateCommand.self, Perform.self, RecordCommand.self, PersonCommand.self,
            TokenCommand.self, PackCommand.self, ImportHistory.self, Backup.self, Restore.self,
        ])
}
