import Foundation
import Pack

/// The packs of this repository.
enum RealPack {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Packs").path

    static let files = Result { try PackLoader.read(directory: directory + "/counter-terrorism") }
    static let pack = Result { try PackLoader.load(files: files.get()) }
    static let demonstration = Result {
        try PackLoader.load(
            files: PackLoader.read(
                directory: directory + "/counter-terrorism", overlay: directory + "/demonstration"))
    }
}
