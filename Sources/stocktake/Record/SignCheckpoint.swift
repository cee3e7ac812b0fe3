import ArgumentParser
import Foundation
import Record
import Registry

/// `stocktake record checkpoint`: signs the log's head as it is now.
struct SignCheckpoint: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Print the signed checkpoint of the record as it is now.")

    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            let note = try await open.registry.checkpoint()
            try KnownCheckpoint(beside: open.keyPath).keep(note, open.registry.signingKey.verifyingKey)
            FileHandle.standardOutput.write(Data(note.utf8))
        }
    }
}
