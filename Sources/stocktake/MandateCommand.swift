import ArgumentParser

/// `stocktake mandate`: what can be read without a database.
struct MandateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mandate", abstract: "Read resolutions.", subcommands: [ReadMandate.self])
}
