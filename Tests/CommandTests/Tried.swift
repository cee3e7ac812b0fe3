import ArgumentParser
import Foundation
import Record

@testable import stocktake

/// A command as it was tried in this process: how it ended and what it said.
struct Tried {
    /// 0 where it did what was asked.
    let status: Int32
    let message: String
    let line: Int?

    /// - Parameter arguments: as on the command line.
    init(_ arguments: String...) async { await self.init(list: arguments) }

    init(list arguments: [String]) async {
        do {
            var command = try Stocktake.parseAsRoot(arguments)
            if let reporting = command as? any ReportingCommand {
                try await reporting.carryOut()
            } else if var other = command as? any AsyncParsableCommand {
                try await other.run()
            } else {
                try command.run()
            }
            (status, message, line) = (0, "", nil)
        } catch let code as ExitCode {
            (status, message, line) = (code.rawValue, "", nil)
        } catch let failure as Failure {
            (status, message, line) = (failure.status.rawValue, failure.sentence, failure.line)
        } catch {
            let parserStatus = Stocktake.exitCode(for: error).rawValue
            if parserStatus == ExitCode.validationFailure.rawValue {
                (status, message, line) = (parserStatus, Stocktake.message(for: error), nil)
            } else {
                let failure = Failure(error, Places.words())
                (status, message, line) = (failure.status.rawValue, failure.sentence, failure.line)
            }
        }
    }
}

/// Writes a file for a command to read.
func file(_ text: String, _ name: String, in directory: String) throws -> String {
    let path = "\(directory)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
}
