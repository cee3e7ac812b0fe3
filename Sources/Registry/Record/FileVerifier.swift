/// Whether the bytes of every attached file are there and have the hash that the record names.
struct FileVerifier {
    let registry: Registry

    func faults() async throws -> [RecordVerifier.Fault] {
        var faults: [RecordVerifier.Fault] = []
        for file in try await registry.keptFiles() {
            guard let entry = file.entry else { continue }
            let found = try await registry.condition(
                of: file.kept.sha256, in: file.kept.room, size: file.size)
            if let what = found.fault { faults.append(.init(entry: entry, what: what)) }
        }
        return faults
    }
}
