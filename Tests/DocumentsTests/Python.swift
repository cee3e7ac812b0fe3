import Foundation

/// Runs Python with programs that share no code with ours.
enum Python {
    struct Failed: Error {
        let words: String
    }

    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let interpreter = root.appending(path: ".venv/bin/python").path

    /// - Parameter script: sees the file's path as `path`.
    /// - Returns: what the script printed.
    static func run(_ script: String, file: [UInt8], called name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name)
        try Data(file).write(to: path)
        let output = folder.appending(path: "output")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["-c", "import sys\npath = sys.argv[1]\n" + script, path.path]
        process.environment = ["PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"]
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(words: text) }
        return text
    }
}
