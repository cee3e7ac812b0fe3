/// Writes the frames of a copy.
struct FrameWriter {
    private static let pieceSize = 1 << 16
    private var buffer = TableDump.magic
    private var row: [UInt8] = []
    private var hash = SHA256()
    private let sink: ([UInt8]) throws -> Void

    init(sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

    mutating func frame(_ letter: Unicode.Scalar, _ values: [SQLValue]) throws {
        row.removeAll(keepingCapacity: true)
        ValueEncoding.append(values, to: &row)
        guard row.count <= TableDump.frameLimit else { throw StorageError.unstorable("a row above 1 GiB") }
        buffer.append(UInt8(ascii: letter))
        ValueEncoding.appendNumber(UInt32(row.count), to: &buffer)
        buffer += row
        if buffer.count >= Self.pieceSize { try flush() }
    }

    mutating func end(_ count: Int) throws {
        try flush()
        try frame("E", [.integer(Int64(count)), .blob(hash.finish())])
        try sink(buffer)
    }

    private mutating func flush() throws {
        hash.update(buffer)
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
