import Foundation
import Record

/// The last checkpoint that this host knows, kept beside the signing key and so outside the data: what shows a log
/// that was cut short.
struct KnownCheckpoint {
    let path: String

    init(beside keyPath: String) { path = keyPath + ".checkpoint" }

    /// - Returns: nil where none was kept.
    /// - Throws: `Failure` where the file holds no checkpoint of this key.
    func read(_ key: VerifyingKey) throws -> Checkpoint? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let note = String(decoding: try InputFile.bytes(of: path, atMost: 1 << 16), as: UTF8.self)
        do {
            return try Checkpoint(verifying: note, with: key)
        } catch let fault {
            throw Failure(
                .input, "checkpoint.\(fault.rawValue)",
                "\(path) holds no checkpoint of this key: name the right --signing-key, or put the file aside."
            )
        }
    }

    /// Keeps a later checkpoint. A longer one is never forgotten: it is what shows that the log was cut.
    ///
    /// - Throws: `Failure` where the log is shorter than what is known.
    func keep(_ note: String, _ key: VerifyingKey) throws {
        let later = try Checkpoint(verifying: note, with: key)
        if let kept = try read(key), kept.size > later.size {
            throw Failure(
                .no, "checkpoint.behind",
                "The record has \(later.size) acts, the checkpoint in \(path) \(kept.size): the record was cut short; "
                    + "put back its database, or restore a backup.")
        }
        try Data(note.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// Puts the known checkpoint aside, after somebody was told what is missing.
    ///
    /// - Returns: where it is now.
    func putAside() throws -> String {
        var (aside, count) = ("\(path).before-restore", 1)
        while FileManager.default.fileExists(atPath: aside) {
            count += 1
            aside = "\(path).before-restore-\(count)"
        }
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        return aside
    }
}
