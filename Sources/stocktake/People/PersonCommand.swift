import ArgumentParser

/// `stocktake person`: letting people in from the console.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Let people in from the console.",
        subcommands: [AddPersonFromConsole.self])
}
