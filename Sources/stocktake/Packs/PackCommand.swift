import ArgumentParser

/// `stocktake pack`: mandates as data.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Check and adopt packs.",
        subcommands: [CheckPack.self, AdoptPackCommand.self])
}
