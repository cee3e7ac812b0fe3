import ArgumentParser
import Foundation
import Pack
import Record

/// `stocktake pack check`: every fault by file and line, and what to do about it.
struct CheckPack: ReportingCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Check a pack's files.")

    @Argument(help: "Directory of the pack.")
    var directory: String

    @Option(help: "Directory whose files stand in place of the pack's.")
    var overlay: String?

    @Flag(help: "Answer with JSON.")
    var json = false

    var answersProgram: Bool { json }

    func carryOut() async throws {
        let faults: [PackFault]
        do {
            let pack = try PackLoader.load(files: try PackFiles.read(directory, overlay))
            if !json { Output.line("\(pack.name) \(pack.version): no faults") }
            faults = []
        } catch let found as PackFaults {
            faults = found.faults
        }
        if json {
            let rows = faults.map { fault in
                JSONValue.object([
                    "file": .string(fault.file), "line": fault.line.map { .integer(Int64($0)) } ?? .null,
                    "code": .string(fault.kind.rawValue), "what": .string(fault.what),
                    "whatToDo": .string(fault.whatToDo),
                ])
            }
            Output.line(JSONValue.object(["faults": .array(rows)]).canonicalString)
        } else {
            for fault in faults { Output.line(fault.description) }
        }
        if !faults.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
    }
}

/// The files of a pack on the command line.
enum PackFiles {
    /// - Throws: `Failure` 66 where there is no such directory; `PackFaults`.
    static func read(_ directory: String, _ overlay: String?) throws -> [(path: String, bytes: [UInt8])] {
        for place in [directory, overlay].compactMap({ $0 }) {
            guard FileManager.default.fileExists(atPath: place) else {
                throw Failure(.noSuchFile, "pack.missing", "There is no directory \(place): check the name.")
            }
        }
        return try PackLoader.read(directory: directory, overlay: overlay)
    }
}
