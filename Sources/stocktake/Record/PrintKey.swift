import ArgumentParser
import Record

/// `stocktake record key`: the public key, with which a stranger checks checkpoints, receipts and proofs.
struct PrintKey: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print the public key that checkpoints are verified with.")

    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        let key = try SigningKey.load(path: options.keyPath).verifyingKey
        Output.line(key.description)
    }
}
