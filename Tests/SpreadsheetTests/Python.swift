import Foundation

/// Runs Python with openpyxl, an implementation that shares no code with ours.
enum Python {
    struct Failed: Error {
        let words: String
    }

    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// - Parameters:
    ///   - script: sees the file's path as `path`.
    ///   - file: what the file holds before.
    /// - Returns: what the script printed, and what the file holds after.
    static func run(_ script: String, file: [UInt8] = []) throws -> (text: String, file: [UInt8]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "book.xlsx")
        try Data(file).write(to: path)
        let output = folder.appending(path: "output")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = root.appending(path: ".venv/bin/python")
        process.arguments = ["-c", "import sys\npath = sys.argv[1]\n" + script, path.path]
        process.environment = ["PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"]
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(words: text) }
        return (text, Array(try Data(contentsOf: path)))
    }
}
