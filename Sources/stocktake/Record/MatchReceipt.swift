import ArgumentParser
import Record
import Registry

/// `stocktake record match`: holds a receipt against the record.
struct MatchReceipt: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Check a receipt's signature, openings and leaf against the record.")

    @Argument(help: "File of the receipt; - is standard input.")
    var file: String

    @Flag(help: "Answer with JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    var answersProgram: Bool { json }

    func carryOut() async throws {
        let held = try Self.read(file)
        let match = try await OpenRegistry.with(options) { try await $0.registry.match(held) }
        if json { Output.line(match.json.canonicalString) } else { Self.say(match) }
        if match.check.verdict != .holds { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private static func read(_ path: String) throws -> HeldReceipt {
        let text = try InputFile.bytes(of: path, atMost: HeldReceipt.mostBytes)
        do throws(HeldReceiptFault) {
            return try HeldReceipt(parsing: text)
        } catch .notJSON(let error) {
            throw error
        } catch {
            throw Failure(
                .input, "receipt.form",
                "\(path == "-" ? "Standard input" : path) holds no receipt: give the receipt whole, as it was handed out."
            )
        }
    }

    private static func say(_ match: ReceiptMatch) {
        Output.line("signature: \(match.check.signature.rawValue)")
        Output.line("statement: \(match.check.statement.rawValue)")
        for part in Envelope.parts {
            Output.line("\(part): \(match.check.openings[part]?.rawValue ?? "absent")")
        }
        if case .inLog(let index, let size) = match.check.leaf {
            Output.line("leaf: in-log, index \(index) of \(size) acts")
        } else {
            Output.line("leaf: \(match.check.leaf.code)")
        }
        Output.line("verdict: \(match.check.verdict.rawValue)")
    }
}
