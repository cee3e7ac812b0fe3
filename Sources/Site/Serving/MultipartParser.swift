import Registry

/// Reads a form that was sent with files (RFC 7578) as its bytes come, and holds no more than the last of them.
struct MultipartParser {
    enum Event: Equatable {
        /// A part: a field, or a file as the sender's program calls it.
        case begins(name: String?, file: String?)
        case holds([UInt8])
        case ends
    }

    private enum Place { case before, afterMark, head, content, behind }

    /// Far more than a form of ours has.
    private static let mostParts = 100
    private static let mostHead = 8_192
    static let malformed = Refusal("request.not-form", .incomplete)

    private let mark: [UInt8]
    /// The first boundary has no line end before it; with one, all are alike.
    private var held: [UInt8] = [0x0D, 0x0A]
    private var place = Place.before
    private var parts = 0

    /// - Parameter type: the request's content type, with the boundary.
    init(type: String) throws {
        guard let boundary = Self.boundary(type) else { throw Self.malformed }
        mark = Array("\r\n--\(boundary)".utf8)
    }

    /// How many bytes wait for what follows them.
    var heldCount: Int { held.count }
    var isAtEnd: Bool { place == .behind && parts > 0 }

    /// What these bytes complete.
    ///
    /// - Throws: `request.not-form` for what is no such form.
    mutating func take(_ piece: [UInt8]) throws -> [Event] {
        held += piece
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Returns: false where it takes more bytes to go on.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch place {
        case .before:
            guard let start = Self.place(of: mark, in: held) else {
                held = held.suffix(mark.count - 1)
                return false
            }
            drop(start + mark.count, to: .afterMark)
        case .afterMark:
            guard held.count >= 2 else { return false }
            place = held.starts(with: [0x2D, 0x2D]) ? .behind : .head
        case .head: return try head(&events)
        case .content: return content(&events)
        case .behind:
            held = []
            return false
        }
        return true
    }

    private mutating func head(_ events: inout [Event]) throws -> Bool {
        let blankLine = Array("\r\n\r\n".utf8)
        let blank = Self.place(of: blankLine, in: held)
        let next = Self.place(of: mark, in: held)
        guard let blank, blank <= next ?? .max else {
            if next != nil || held.count > Self.mostHead { throw Self.malformed }
            return false
        }
        parts += 1
        guard blank <= Self.mostHead, parts <= Self.mostParts else { throw Self.malformed }
        events.append(try Self.event(String(decoding: held.prefix(blank), as: UTF8.self)))
        drop(blank + blankLine.count, to: .content)
        return true
    }

    private mutating func content(_ events: inout [Event]) -> Bool {
        if let end = Self.place(of: mark, in: held) {
            if end > 0 { events.append(.holds(Array(held.prefix(end)))) }
            events.append(.ends)
            drop(end + mark.count, to: .afterMark)
            return true
        }
        // The mark may have begun in the last bytes.
        let sure = held.count - (mark.count - 1)
        guard sure > 0 else { return false }
        events.append(.holds(Array(held.prefix(sure))))
        held.removeFirst(sure)
        return false
    }

    private mutating func drop(_ count: Int, to place: Place) {
        held.removeFirst(count)
        self.place = place
    }

    private static func event(_ head: String) throws -> Event {
        for line in head.split(whereSeparator: \.isNewline) {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            guard let name = parameter("name", of: line) else { throw malformed }
            return .begins(name: name, file: parameter("filename", of: line))
        }
        return .begins(name: nil, file: nil)
    }

    private static func boundary(_ type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let found = parameter("boundary", of: Substring(type))
        return found.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// `name="…"`, or without quotation marks, as a parameter of its own.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            let value = pair[1].drop { $0 == " " }
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }

    /// Where the mark first begins.
    private static func place(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + mark.count <= bytes.count {
                // Nearly every byte is another than the first of the mark.
                if bytes[index] == mark[0], mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
