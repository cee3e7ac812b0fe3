import ArgumentParser
import Record
import Registry

/// `stocktake pack adopt`: puts a pack's files beside the record and adopts it by an act.
struct AdoptPackCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Adopt a pack; from then on its words, limits and authorities hold.")

    @Argument(help: "Directory of the pack.")
    var directory: String

    @Option(help: "Directory whose files stand in place of the pack's.")
    var overlay: String?

    @OptionGroup var who: OptionalPerformer
    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        let files = try PackFiles.read(directory, overlay)
        try await OpenRegistry.with(options) { open in
            let hash = try await open.registry.stage(pack: files)
            let performer = try await who.performer(open, usually: "Pack adopted at the console")
            let call = ActCall("adopt-pack", ["pack": .string(hash.rawValue)], by: performer)
            do {
                Output.line(try await open.registry.perform(call).canonicalString)
            } catch {
                try await open.registry.discardUnadopted(pack: hash)
                throw error
            }
        }
    }
}

/// Who performs, where the console is the usual way.
struct OptionalPerformer: ParsableArguments {
    @Option(help: "File with a head's API token; without one the console adopts.")
    var tokenFile: String?

    @Option(name: .customLong("operator"), help: "Why the console is used; the record keeps it.")
    var operatorReason: String?

    func performer(_ open: OpenRegistry, usually reason: String) async throws -> ActPerformer {
        var options = PerformerOptions()
        options.email = nil
        options.capacity = nil
        options.tokenFile = tokenFile
        options.operatorReason = operatorReason ?? reason
        return try await options.performer(open)
    }
}
