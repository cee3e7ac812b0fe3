import ArgumentParser
import Foundation
import Record
import Registry
import Storage

/// `stocktake restore`: fills an empty database from a backup, and says how far behind it is.
struct Restore: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Fill an empty database from a backup.")

    @Argument(help: "File that backup wrote.")
    var file: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        let secret = try passphrase.secret()
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure(.noSuchFile, "file.missing", "There is no file \(file): check the name.")
        }
        defer { handle.closeFile() }
        let database = try await openDatabase(at: options.location)
        let head: BackupFile.Head
        do {
            head = try await BackupFile.read(
                into: database, files: try await openFiles(options, database), passphrase: secret,
                from: { [UInt8](try handle.read(upToCount: $0) ?? Data()) },
                accept: { try putBack($0.signingKey) })
            await database.close()
        } catch {
            await database.close()
            throw error
        }
        try await OpenRegistry.with(options) { try await report($0, head) }
    }

    /// The key comes back where it is missing; another one is never overwritten.
    private func putBack(_ key: SigningKey) throws {
        let path = options.keyPath
        guard FileManager.default.fileExists(atPath: path) else { return try key.save(path: path) }
        guard try SigningKey.load(path: path).text == key.text else {
            throw Failure(
                .no, "restore.other-key",
                "\(path) holds another key than the backup: name a new file by --signing-key.")
        }
    }

    private func report(_ open: OpenRegistry, _ head: BackupFile.Head) async throws {
        let key = open.registry.signingKey.verifyingKey
        let place = KnownCheckpoint(beside: open.keyPath)
        let kept = try place.read(key)
        let own = try Checkpoint(verifying: head.checkpoint, with: key)
        let report = try await RecordVerifier(open.registry).run(known: own)
        VerifyRecord.say(report)
        guard report.holds else { throw ExitCode(ExitStatus.no.rawValue) }
        if let kept, kept.size > report.entries {
            let missing = kept.size - report.entries
            Output.line(
                "restored \(report.entries) acts: \(missing) behind the last known checkpoint, of \(kept.size)"
            )
            let aside = try place.putAside()
            try await open.keepCheckpoint()
            return Output.error("The later checkpoint is kept as \(aside): it proves what is missing.")
        }
        // What is known beside the key must be part of what came back.
        if let kept {
            let agreement = try await RecordVerifier(open.registry).run(known: kept)
            guard agreement.holds else {
                VerifyRecord.say(agreement)
                throw ExitCode(ExitStatus.no.rawValue)
            }
        }
        try await open.keepCheckpoint()
        let known = kept?.size ?? own.size
        Output.line("restored \(report.entries) acts: 0 behind the last known checkpoint, of \(known)")
    }
}
