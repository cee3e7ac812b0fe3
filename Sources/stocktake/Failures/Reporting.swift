import ArgumentParser
import Foundation
import Record
import Registry
import Words

/// A command whose errors become one sentence, or one JSON object, and an exit status.
protocol ReportingCommand: AsyncParsableCommand {
    /// Whether a program asked, so that errors are JSON.
    var answersProgram: Bool { get }

    func carryOut() async throws
}

extension ReportingCommand {
    var answersProgram: Bool { false }

    func run() async throws {
        do {
            try await carryOut()
        } catch let code as ExitCode {
            throw code
        } catch let usage as ValidationError {
            throw usage
        } catch {
            let failure = Failure(error, Places.words())
            Output.error(answersProgram ? failure.json.canonicalString : failure.sentence)
            throw ExitCode(failure.status.rawValue)
        }
    }
}

/// Data goes to standard output, talk to standard error.
enum Output {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
