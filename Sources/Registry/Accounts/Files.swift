import Record
import Storage

extension Accounts {
    /// The largest file that is taken, in bytes.
    public static let largestFile = 50 << 20
    /// How long a file waits for an act to attach it.
    public static let stagedHours = 24

    /// Keeps bytes until an act attaches them; those that none attached in time go.
    ///
    /// - Throws: `Refusal` for a name or a content that is not taken, and where no scanner that is attached has looked
    ///   at it; nothing is kept then.
    public func stage<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, name: String, by visitor: Visitor
    ) async throws -> StagedFile where Pieces.Element == [UInt8] {
        try await registry.removeFilesToGo()
        let title = try name.isEmpty ? nil : FileTitle(name)
        let id = registry.surroundings.newID()
        let stored = try await registry.files.put(
            LimitedPieces(base: pieces, limit: Self.largestFile), in: StagedFile.room(id))
        do {
            let format = try await check(stored, id, title ?? FileTitle("file"))
            let file = StagedFile(
                id: id, sha256: stored.sha256, name: try (title ?? FileTitle("file")).text(as: format),
                size: stored.byteCount, format: format)
            try await registry.list(
                file, of: visitor.person, visitor.grant, at: registry.surroundings.now())
            return file
        } catch {
            try await registry.files.delete(stored.sha256, in: StagedFile.room(id))
            throw error
        }
    }

    /// Keeps bytes that stand in memory.
    public func stage(
        _ bytes: [UInt8], name: String, by visitor: Visitor
    ) async throws -> StagedFile {
        let pieces = AsyncStream<[UInt8]> { stream in
            stream.yield(bytes)
            stream.finish()
        }
        return try await stage(pieces, name: name, by: visitor)
    }

    /// The bytes of a file that waits: for whoever sent it, in the capacity in which they did, until its time is over.
    ///
    /// - Returns: nil where there is none for them.
    public func staged(_ id: String, by visitor: Visitor) async throws -> [UInt8]? {
        let oldest = Registry.oldestStaged(at: registry.surroundings.now())
        let hash = try await registry.database.read { connection in
            try connection.query(
                """
                SELECT sha256 FROM staged_file
                 WHERE id = :id AND person_id = :person AND grant_id = :grant AND staged_at >= :oldest
                """, ["id": id, "person": visitor.person, "grant": visitor.grant, "oldest": oldest]
            ).first?.get("sha256", as: String.self)
        }
        guard let hash else { return nil }
        var bytes: [UInt8] = []
        try await registry.files.get(hash, in: StagedFile.room(id)) { bytes += $0 }
        return bytes
    }

    /// - Throws: `Refusal` for what is not taken.
    private func check(_ stored: StoredFile, _ id: String, _ title: FileTitle) async throws -> FileFormat {
        var content = ContentCheck()
        try await registry.files.get(stored.sha256, in: StagedFile.room(id)) { content.take($0) }
        let format = try content.format(of: title)
        guard let scanner = registry.scanner else { return format }
        let files = registry.files
        do {
            let finding = try await scanner.finding { body in
                try await files.get(stored.sha256, in: StagedFile.room(id), body)
            }
            guard let finding else { return format }
            throw Refusal(
                "file.malware", .incomplete, ["name": finding.filter(\.isASCII).prefix(80).description])
        } catch is MalwareScannerFault {
            throw Refusal("file.not-scanned", .unavailable)
        }
    }
}
