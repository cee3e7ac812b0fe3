import ArgumentParser
import Foundation
import Registry

/// `stocktake backup`: everything needed to go on, encrypted.
struct Backup: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Write everything to an encrypted file.")

    @Argument(help: "File to write; it must not be there yet.")
    var file: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var options: DatabaseOptions

    func carryOut() async throws {
        let secret = try passphrase.secret()
        let part = file + ".part"
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(.no, "backup.exists", "\(file) is there already: name another file.")
        }
        try await OpenRegistry.with(options) { open in
            guard
                FileManager.default.createFile(
                    atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: part)
            else {
                throw Failure(.input, "backup.unwritable", "\(part) cannot be written: name another place.")
            }
            let written: BackupFile.Written
            do {
                written = try await BackupFile.write(open.registry, passphrase: secret) {
                    try handle.write(contentsOf: $0)
                }
                try handle.synchronize()
                try handle.close()
                // Only a whole backup gets the name that was asked for.
                try FileManager.default.moveItem(atPath: part, toPath: file)
            } catch {
                try FileManager.default.removeItem(atPath: part)
                throw error
            }
            try await open.keepCheckpoint()
            let entries = try await open.registry.extent().entries
            Output.line("backed up \(entries) acts, \(written.rows) rows to \(file)")
            for fault in written.lost {
                Output.error(fault.entry.map { "\($0): \(fault.what)" } ?? fault.what)
            }
            guard written.lost.isEmpty else {
                throw Failure(
                    .no, "backup.files",
                    "The backup is without these files (\(written.lost.count)): restore an earlier one elsewhere and take them from it."
                )
            }
        }
    }
}
