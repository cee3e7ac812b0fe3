import Foundation

/// A directory that holds a pack.
struct PackDirectory {
    let path: String

    /// Files by path relative to the directory; hidden ones are left out, links are not followed.
    func files() throws(PackFaults) -> [String: [UInt8]] {
        let notes = FaultNotes()
        var found: [String: [UInt8]] = [:]
        do {
            _ = try FileManager.default.contentsOfDirectory(atPath: path)
            let names = FileManager.default.enumerator(atPath: path)
            while let name = names?.nextObject() as? String {
                guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
                    names?.skipDescendants()
                    continue
                }
                guard found.count < PackFileShelf.mostFiles, name.utf8.count < 200 else {
                    notes.note(
                        .tooMany, name, nil, "The pack has too many files.", "Keep only the pack's own.")
                    break
                }
                if let bytes = try bytes(of: name, notes) { found[name] = bytes }
                if notes.isFull { break }
            }
        } catch {
            notes.note(
                .unreadable, path, nil, "The directory cannot be read.",
                "Check that it and its files are there and may be read by this user.")
        }
        guard notes.faults.isEmpty else { throw PackFaults(notes.faults) }
        return found
    }

    private func bytes(of name: String, _ notes: FaultNotes) throws -> [UInt8]? {
        let full = path + "/" + name
        let attributes = try FileManager.default.attributesOfItem(atPath: full)
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory: return nil
        case .typeRegular: break
        default:
            notes.note(.badPath, name, nil, "This is no plain file.", "Put a copy of the file here instead.")
            return nil
        }
        guard let size = attributes[.size] as? Int, size <= PackFileShelf.mostBytes else {
            notes.note(.tooLarge, name, nil, "The file is larger than 2 MB.", "Shorten or split it.")
            return nil
        }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: full)))
    }
}
