import ArgumentParser
import Record
import Registry

/// `stocktake record verify`: recomputes everything from the stored bytes.
struct VerifyRecord: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every entry, node, checkpoint and opening.")

    @Flag(help: "Answer with JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    var answersProgram: Bool { json }

    func carryOut() async throws {
        let holds = try await OpenRegistry.with(options) { open in
            let known = try KnownCheckpoint(beside: open.keyPath).read(open.registry.signingKey.verifyingKey)
            let report = try await RecordVerifier(open.registry).run(known: known)
            if json { Output.line(Self.json(report).canonicalString) } else { Self.say(report) }
            return report.holds
        }
        if !holds { throw ExitCode(ExitStatus.no.rawValue) }
    }

    static func say(_ report: RecordVerifier.Report) {
        for fault in report.faults { Output.line(fault.entry.map { "\($0): \(fault.what)" } ?? fault.what) }
        guard report.holds else { return }
        let root = report.root.hex
        Output.line(
            "verified \(report.entries) acts, \(report.checkpoints) checkpoints, root \(root.prefix(4))…\(root.suffix(4))"
        )
    }

    private static func json(_ report: RecordVerifier.Report) -> JSONValue {
        .object([
            "verified": .bool(report.holds), "acts": .integer(Int64(report.entries)),
            "checkpoints": .integer(Int64(report.checkpoints)), "root": .string(report.root.hex),
            "faults": .array(
                report.faults.map { fault in
                    .object([
                        "entry": fault.entry.map { .integer(Int64($0)) } ?? .null,
                        "what": .string(fault.what),
                    ])
                }),
        ])
    }
}
