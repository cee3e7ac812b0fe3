import Spreadsheet

/// Tells by a file's content of which format it is, while its bytes go by.
///
/// PDF, PNG and JPEG by their first bytes; office files by their parts, without macros; text as UTF-8 without control
/// characters. Whether a text is CSV its name alone says.
struct ContentCheck {
    private var head: [UInt8] = []
    private var text = TextCheck()
    /// A package's list of parts stands at its end.
    private var package: [UInt8] = []

    private static let signatures: [(bytes: [UInt8], format: FileFormat)] = [
        (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        ([0xFF, 0xD8, 0xFF], .jpeg),
    ]
    private static let packageMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    mutating func take(_ piece: [UInt8]) {
        if head.count < 8 { head += piece.prefix(8 - head.count) }
        text.take(piece)
        if head.starts(with: Self.packageMark.prefix(head.count)) { package += piece }
    }

    /// - Parameter name: of the file; without an ending any format will do.
    /// - Throws: `file.empty`, `file.macros`, `file.locked`, `file.type-unknown`, `file.not-its-type`.
    func format(of name: FileTitle) throws -> FileFormat {
        guard !head.isEmpty else { throw Refusal("file.empty", .incomplete) }
        let found = try found()
        guard let ending = name.ending else {
            guard let found else { throw Refusal("file.type-unknown", .incomplete) }
            return found
        }
        guard let named = FileFormat.named(ending) else {
            throw Refusal("file.type-unknown", .incomplete)
        }
        let isText = found == .text && named == .csv
        guard found == named || isText else {
            throw Refusal("file.not-its-type", .incomplete, ["ending": ending])
        }
        return named
    }

    private func found() throws -> FileFormat? {
        if let known = Self.signatures.first(where: { head.starts(with: $0.bytes) }) { return known.format }
        guard head.starts(with: Self.packageMark) else { return text.isText ? .text : nil }
        do {
            return switch try OfficeKind.of(package) {
            case .document: .document
            case .workbook: .workbook
            case nil: nil
            }
        } catch .macros {
            throw Refusal("file.macros", .incomplete)
        } catch .encrypted {
            throw Refusal("file.locked", .incomplete)
        } catch {
            return nil
        }
    }
}

/// Whether bytes that go by are UTF-8 text.
struct TextCheck {
    private var isWhole = true
    /// The beginning of a character whose end comes with the next piece.
    private var rest: [UInt8] = []

    var isText: Bool { isWhole && rest.isEmpty }

    mutating func take(_ piece: [UInt8]) {
        guard isWhole else { return }
        let bytes = rest + piece
        let cut = Self.end(of: bytes)
        rest = Array(bytes[cut...])
        isWhole = String(validating: bytes[..<cut], as: UTF8.self) != nil && bytes.allSatisfy(Self.isPlain)
    }

    /// Tabs, line ends and page breaks; no other control character.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    /// Where the last whole character ends.
    private static func end(of bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}
