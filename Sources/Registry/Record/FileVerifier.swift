import Storage

/// Whether the bytes of every attached file are there and have the hash that the record names.
struct FileVerifier {
    let registry: Registry

    func faults() async throws -> [RecordVerifier.Fault] {
        var faults: [RecordVerifier.Fault] = []
        for file in try await registry.keptFiles() {
            guard let entry = file.entry else { continue }
            do {
                var size = 0
                try await registry.files.get(file.kept.sha256, in: file.kept.room) { size += $0.count }
                if size != file.size { faults.append(.init(entry: entry, what: "its file has another size")) }
            } catch StorageError.fileMissing {
                faults.append(.init(entry: entry, what: "its file is missing"))
            } catch StorageError.corrupt {
                faults.append(.init(entry: entry, what: "its file was altered"))
            }
        }
        return faults
    }
}
