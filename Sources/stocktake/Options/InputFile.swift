import Foundation

/// A file named on the command line; `-` is standard input.
enum InputFile {
    /// - Throws: `Failure` 66 where there is none, 65 where it cannot be read or is too long.
    static func bytes(of path: String, atMost most: Int) throws -> [UInt8] {
        guard path != "-" else { return try bounded(FileHandle.standardInput, "standard input", most) }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Failure(.noSuchFile, "file.missing", "There is no file \(path): check the name.")
        }
        guard !isDirectory.boolValue, let file = FileHandle(forReadingAtPath: path) else {
            throw Failure(
                .input, "file.unreadable", "\(path) cannot be read: name a file that this user may read.")
        }
        defer { file.closeFile() }
        return try bounded(file, path, most)
    }

    private static func bounded(_ file: FileHandle, _ name: String, _ most: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            bytes += part
            guard bytes.count <= most else {
                throw Failure(
                    .input, "file.too-long",
                    "\(name) is longer than the \(most >> 20) MB that are read: shorten or split it.")
            }
        }
        return bytes
    }

    /// The first line, without blanks around it.
    static func secret(of path: String) throws -> String {
        let text = String(decoding: try bytes(of: path, atMost: 1 << 16), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map { String($0) } ?? ""
        let trimmed = line.trimmingCharacters(in: .whitespaces)
        guard !trimmed.isEmpty else {
            throw Failure(.input, "file.empty", "\(path) is empty: put the secret on its first line.")
        }
        return trimmed
    }
}
