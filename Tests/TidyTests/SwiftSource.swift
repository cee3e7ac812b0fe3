import Foundation

/// A Swift file of the product, as text that can be searched without being misled.
struct SwiftSource: Sendable {
    /// Relative to the repository, `Sources/Registry/Acts/…`.
    let path: String
    let text: String
    /// The text without comments; strings stay.
    let statements: String
    /// The text without comments and without what stands in strings; what is interpolated stays.
    let code: String

    /// `Registry` of `Sources/Registry/…`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every file under `Sources`.
    static let all: [SwiftSource] = {
        let sources = root.appending(path: "Sources").resolvingSymlinksInPath()
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let bytes = FileManager.default.contents(atPath: "\(sources.path)/\(path)") else {
                return nil
            }
            return SwiftSource(path: "Sources/\(path)", text: String(decoding: bytes, as: UTF8.self))
        }
    }()

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var scanner = SourceScanner(text)
        scanner.scanCode(until: nil)
        statements = String(decoding: scanner.statements, as: UTF8.self)
        code = String(decoding: scanner.code, as: UTF8.self)
    }

    /// A text file of the repository.
    static func file(_ path: String) -> String {
        let bytes = FileManager.default.contents(atPath: root.appending(path: path).path) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Tells comments, strings and code apart; lines keep their numbers.
struct SourceScanner {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var code: [UInt8] = []
    private(set) var statements: [UInt8] = []

    init(_ text: String) { bytes = Array(text.utf8) }

    private func starts(_ word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

    /// - Parameter end: the byte that ends it, outside of brackets; nil for the end of the file.
    mutating func scanCode(until end: UInt8?) {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == end, depth == 0 { return }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if starts("//") {
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            } else if starts("/*") {
                while position < bytes.count, !starts("*/") {
                    if bytes[position] == 10 { keep(10, inCode: true) }
                    position += 1
                }
                position += 2
            } else if byte == UInt8(ascii: "\"") || starts("#\"") {
                scanString()
            } else {
                keep(byte, inCode: true)
                position += 1
            }
        }
    }

    private mutating func scanString() {
        let isRaw = starts("#")
        if isRaw { position += 1 }
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        let end = isRaw ? quote + "#" : quote
        let interpolation = isRaw ? "\\#(" : "\\("
        for byte in quote.utf8 { keep(byte, inCode: true) }
        position += quote.utf8.count
        while position < bytes.count, !starts(end) {
            if starts(interpolation) {
                position += interpolation.utf8.count
                keep(32, inCode: true)
                scanCode(until: UInt8(ascii: ")"))
                keep(32, inCode: true)
                position += 1
            } else {
                let isEscape = !isRaw && bytes[position] == UInt8(ascii: "\\")
                for _ in 0..<(isEscape ? 2 : 1) where position < bytes.count {
                    keep(bytes[position], inCode: bytes[position] == 10)
                    position += 1
                }
            }
        }
        for byte in quote.utf8 { keep(byte, inCode: true) }
        position += end.utf8.count
    }

    private mutating func keep(_ byte: UInt8, inCode: Bool) {
        statements.append(byte)
        if inCode { code.append(byte) }
    }
}
