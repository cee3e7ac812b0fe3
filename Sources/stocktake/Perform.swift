import ArgumentParser
import Record
import Registry

/// `stocktake act`: performs one act, or up to 1,000 of one name, all or none.
struct Perform: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Perform an act, or several, all or none.")

    @Argument(help: "Name of the act, e.g. propose-duty.")
    var name: String

    @Option(
        help: "File with the fields: one JSON object, or up to 1,000, one per line; - reads standard input.")
    var json: String

    @OptionGroup var who: PerformerOptions
    @OptionGroup var options: DatabaseOptions

    var answersProgram: Bool { true }

    func carryOut() async throws {
        let names = Catalogue.standard.names
        guard names.contains(name) else {
            let list = names.joined(separator: ", ")
            throw Failure(.usage, "act.unknown", "There is no act “\(name)”; there are \(list).")
        }
        let lines = try ActLines(bytes: try InputFile.bytes(of: json, atMost: 64 << 20))
        try await OpenRegistry.with(options) { open in
            let performer = try await who.performer(open)
            let calls = lines.objects.map { ActCall(ActKind(rawValue: name), $0.fields, by: performer) }
            if name == InvitePerson.kind.rawValue, calls.count == 1 {
                let (answer, token) = try await open.accounts.invite(calls[0])
                Output.line(answer.canonicalString)
                return Output.error("One-time address: \(Invitation.path(token))")
            }
            do {
                for performed in try await open.registry.perform(all: calls) {
                    Output.line(performed.json.canonicalString)
                }
            } catch let batch as BatchRefusal {
                throw refused(batch, lines)
            }
        }
    }

    /// Names the line of the file, which empty lines move.
    private func refused(_ batch: BatchRefusal, _ lines: ActLines) -> Failure {
        let line = lines.objects[batch.position].line
        var failure = Failure(batch.refusal, Places.words())
        if lines.objects.count > 1 {
            let plain = failure
            failure = Failure(plain.status, plain.code, "Line \(line): \(plain.message) Nothing was done.")
            failure.faults = plain.faults
        }
        failure.line = line
        return failure
    }
}
