import Storage

/// Inserts rows of one table in few statements of few texts, so that the engine prepares each once.
struct ManyRows: Sendable {
    /// Rows in one statement, from the most to one.
    private static let sizes = [32, 4, 1]

    private let columnCount: Int
    private let texts: [Int: String]
    private let names: [String]

    init(into table: String, _ columns: [String]) {
        columnCount = columns.count
        names = (0..<(32 * columns.count)).map { "v\($0)" }
        let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        var texts: [Int: String] = [:]
        for size in Self.sizes {
            let tuples = (0..<size).map { row in
                "(" + columns.indices.map { ":v\(row * columns.count + $0)" }.joined(separator: ", ") + ")"
            }
            texts[size] = head + tuples.joined(separator: ", ")
        }
        self.texts = texts
    }

    /// - Parameter rows: each with a value for every column, in the columns' order.
    func insert(_ rows: [[any SQLConvertible]], _ connection: any Connection) throws {
        var start = 0
        for size in Self.sizes {
            guard let text = texts[size] else { continue }
            while rows.count - start >= size {
                var parameters: [String: any SQLConvertible] = [:]
                parameters.reserveCapacity(size * columnCount)
                for (position, value) in rows[start..<start + size].joined().enumerated() {
                    parameters[names[position]] = value
                }
                try connection.execute(text, parameters)
                start += size
            }
        }
    }
}
