/// Loads packs: from a directory to files, from files to a `Pack`.
public enum PackLoader {
    /// Makes a pack of its files, and of nothing else.
    ///
    /// - Parameter files: paths relative to the pack, with `/`, and their bytes, in any order.
    /// - Throws: every fault that was found, with file and line.
    public static func load(files: [(path: String, bytes: [UInt8])]) throws(PackFaults) -> Pack {
        let notes = FaultNotes()
        let shelf = PackFileShelf(files, notes)
        if notes.faults.isEmpty, let pack = PackAssembly(shelf: shelf, notes: notes)?.pack() {
            CrossChecks(pack: pack, notes: notes, index: LineIndex(texts: shelf.texts)).run()
            if notes.faults.isEmpty { return pack }
        }
        throw PackFaults(notes.faults)
    }

    /// The files of a pack's directory, by path; those of an overlay stand in place of the same path.
    ///
    /// - Parameters:
    ///   - directory: the pack, e.g. `Packs/counter-terrorism`.
    ///   - overlay: a directory whose files replace or add, e.g. `Packs/demonstration`.
    public static func read(
        directory: String, overlay: String? = nil
    ) throws(PackFaults) -> [(path: String, bytes: [UInt8])] {
        var files = try PackDirectory(path: directory).files()
        if let overlay {
            files.merge(try PackDirectory(path: overlay).files()) { _, over in over }
        }
        return files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
    }
}
