import Foundation
import Record

/// Runs `Tests/Verifier/verify_record.py`, which shares no code with the program.
struct SecondVerifier {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Verifier/verify_record.py").path

    struct Verdict {
        let status: Int32
        let text: String
    }

    /// - Parameter files: contents of the arguments that name files: `("--dump", text)`.
    static func run(_ files: [(String, String)], key: VerifyingKey?) throws -> Verdict {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stocktake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var arguments = ["python3", script]
        if let key { arguments += ["--key", key.description] }
        for (index, file) in files.enumerated() {
            let path = folder.appending(path: "\(index)")
            try Data(file.1.utf8).write(to: path)
            arguments += [file.0, path.path]
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Verdict(status: process.terminationStatus, text: String(decoding: output, as: UTF8.self))
    }
}
