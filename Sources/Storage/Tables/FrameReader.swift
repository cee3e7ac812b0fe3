import Synchronization

/// Reads the frames of a copy and checks that it is whole.
final class FrameReader: Sendable {
    enum Frame {
        case table(name: String, columns: [String])
        case row([SQLValue])
        case end(rows: Int)
    }

    private struct Standing {
        var buffer: [UInt8] = []
        var position = 0
        var hash = SHA256()
    }

    private let source: @Sendable () throws -> [UInt8]?
    private let standing = Mutex(Standing())

    init(source: @escaping @Sendable () throws -> [UInt8]?) { self.source = source }

    /// The first frame.
    func schemaNumber() throws -> Int {
        try standing.withLock { standing in
            guard try take(TableDump.magic.count, &standing) == TableDump.magic else {
                throw StorageError.unreadableDump("it does not begin like one")
            }
            let (letter, values, _) = try frame(&standing)
            guard letter == "S", case .integer(let number)? = values.first, (0...1_000_000).contains(number)
            else {
                throw StorageError.unreadableDump("it names no schema")
            }
            return Int(number)
        }
    }

    func next() throws -> Frame {
        try standing.withLock { standing in
            let (letter, values, hash) = try frame(&standing)
            switch letter {
            case "R":
                return .row(values)
            case "T":
                let names = try values.map { try String(sqlValue: $0) }
                guard let name = names.first else { throw StorageError.unreadableDump("a table has no name") }
                return .table(name: name, columns: Array(names.dropFirst()))
            case "E":
                guard values.count == 2, values[1] == .blob(hash) else {
                    throw StorageError.unreadableDump("its bytes were altered")
                }
                return .end(rows: try Int(sqlValue: values[0]))
            default:
                throw StorageError.unreadableDump("a frame of no known kind")
            }
        }
    }

    /// - Returns: letter, values, and for the last frame the hash of everything before it.
    private func frame(_ standing: inout Standing) throws -> (Unicode.Scalar, [SQLValue], [UInt8]) {
        // Only the last frame carries the hash of what stands before it.
        let isLast = try fill(1, &standing) == UInt8(ascii: "E")
        let hash = isLast ? standing.hash.finished() : []
        let head = try take(5, &standing)
        let count = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard count <= TableDump.frameLimit else { throw StorageError.unreadableDump("a frame is too long") }
        return (Unicode.Scalar(head[0]), try ValueEncoding.values(from: try take(count, &standing)), hash)
    }

    private func take(_ count: Int, _ standing: inout Standing) throws -> [UInt8] {
        _ = try fill(count, &standing)
        let bytes = Array(standing.buffer[standing.position..<(standing.position + count)])
        standing.position += count
        standing.hash.update(bytes)
        return bytes
    }

    /// Makes sure that so many bytes, at least one, are at hand.
    ///
    /// - Returns: the first of them, 0 where none was asked for.
    private func fill(_ count: Int, _ standing: inout Standing) throws -> UInt8 {
        while standing.buffer.count - standing.position < count {
            guard let piece = try source() else { throw StorageError.unreadableDump("it is cut off") }
            standing.buffer.removeFirst(standing.position)
            standing.position = 0
            standing.buffer += piece
        }
        return count == 0 ? 0 : standing.buffer[standing.position]
    }
}
