import ArgumentParser
import Record
import Registry

/// `stocktake record replay`: rebuilds every derived table elsewhere and compares.
struct ReplayRecord: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Rebuild the derived tables from the record and compare.")

    @Flag(help: "Answer with JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    var answersProgram: Bool { json }

    func carryOut() async throws {
        let agrees = try await OpenRegistry.with(options) { open in
            let report = try await Replay(open.registry).run()
            if json {
                Output.line(Self.json(report).canonicalString)
            } else {
                for difference in report.differences {
                    Output.line("\(difference.table): \(difference.detail)")
                }
                if report.agrees {
                    Output.line("replayed \(report.entries) acts, every derived table agrees")
                }
            }
            return report.agrees
        }
        if !agrees { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private static func json(_ report: Replay.Report) -> JSONValue {
        .object([
            "agrees": .bool(report.agrees), "acts": .integer(Int64(report.entries)),
            "differences": .array(
                report.differences.map {
                    .object(["table": .string($0.table), "detail": .string($0.detail)])
                }),
        ])
    }
}
