import Record
import Storage

/// A small text that a case of the invented world attaches.
struct DemonstrationFile: Sendable {
    let id: String
    let name: String
    let text: String
}

extension Registry {
    /// Stages it as whoever attaches it would have done.
    func stage(_ file: DemonstrationFile, by performer: ActPerformer, at: Instant) async throws {
        guard let person = performer.person, let grant = performer.grant else { return }
        let bytes = Array(file.text.utf8)
        let pieces = AsyncStream<[UInt8]> { stream in
            stream.yield(bytes)
            stream.finish()
        }
        var content = ContentCheck()
        content.take(bytes)
        let format = try content.format(of: FileTitle(file.name))
        let stored = try await files.put(pieces, in: StagedFile.room(file.id))
        try await list(
            StagedFile(
                id: file.id, sha256: stored.sha256, name: file.name, size: stored.byteCount, format: format),
            of: person, grant, at: at)
    }
}
