import ArgumentParser
import Foundation
import Mandate
import Pack
import Record
import Registry

/// `stocktake demo`: builds the demonstration world in an empty database.
struct Demo: ReportingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build an invented world in an empty database: the same arguments, the same world.")

    @Option(help: "How many invented States.")
    var states = DemonstrationArguments().states

    @Option(help: "How many years the record goes back, as far as the mandate does.")
    var years = DemonstrationArguments().years

    @Option(help: "A number from which everything invented follows.")
    var seed = DemonstrationArguments().seed

    @Option(help: "The day on which the world stands, e.g. 2027-01-15.")
    var today = DemonstrationArguments().today.description

    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        var arguments = DemonstrationArguments()
        (arguments.states, arguments.years, arguments.seed) = (states, years, seed)
        guard let day = CalendarDate(today) else {
            throw ValidationError("“\(today)” is no date: write --today as 2027-01-15.")
        }
        arguments.today = day
        let world = try Self.world(arguments)
        let key = try arguments.signingKey()
        let open = try await OpenRegistry.open(options, surroundings: world.surroundings, key: key)
        do {
            guard try await open.registry.extent().entries == 0 else { throw DemonstrationFault.notEmpty }
            try keep(key)
            let rows = try await world.build(in: open.registry, open.accounts)
            try await open.keepCheckpoint()
            let entries = try await open.registry.extent().entries
            await open.close()
            try write(rows)
            Self.say(rows)
            Output.error("built \(entries) acts of an invented world")
        } catch {
            await open.close()
            throw error
        }
    }

    private static func world(_ arguments: DemonstrationArguments) throws -> DemonstrationWorld {
        let packs = Places.packs()
        let pack = try DemonstrationPack(
            mandate: "\(packs)/counter-terrorism", overlay: "\(packs)/demonstration", states: arguments.states
        )
        let directory = "\(packs)/demonstration-world"
        return try DemonstrationWorld(
            arguments: arguments, pack: pack,
            script: try InputFile.bytes(of: "\(directory)/world.json", atMost: 4 << 20),
            cases: try InputFile.bytes(of: "\(directory)/cases.json", atMost: 4 << 20))
    }

    /// The world's key follows from its arguments; another key is never overwritten.
    private func keep(_ key: SigningKey) throws {
        let path = options.keyPath
        guard FileManager.default.fileExists(atPath: path) else { return try key.save(path: path) }
        guard try SigningKey.load(path: path).text == key.text else {
            throw Failure(
                .no, "demonstration.other-key",
                "\(path) holds another key than this world's: name a new file by --signing-key.")
        }
    }

    private func write(_ rows: [SignIn]) throws {
        guard let directory = options.directory else {
            return Output.error("Without --data, sign-ins.json was not written.")
        }
        let lines = rows.map(\.json.canonicalString).joined(separator: ",\n")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let path = "\(directory)/sign-ins.json"
        try Data("[\(lines)]\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private static func say(_ rows: [SignIn]) {
        let columns: [(String, (SignIn) -> String)] = [
            ("capacity", \.capacity), ("about", { $0.about ?? "" }), ("person", \.person),
            ("e-mail", \.email),
            ("password", \.password),
        ]
        let widths = columns.map { column in (rows.map { column.1($0).count } + [column.0.count]).max() ?? 0 }
        func line(_ cells: [String]) {
            let padded = zip(cells, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            Output.line(padded.joined(separator: "  "))
        }
        line(columns.map(\.0))
        for row in rows { line(columns.map { $0.1(row) }) }
    }
}
