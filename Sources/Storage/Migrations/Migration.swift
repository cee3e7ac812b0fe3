/// One step of the schema: carried out once, in order, never edited once released.
///
/// Types in the text are TEXT, INTEGER, REAL and BLOB. On SQLite tables become `STRICT`; on PostgreSQL the types
/// widen to `text COLLATE "C"`, `bigint`, `double precision` and `bytea`.
public struct Migration: Sendable {
    /// 1, 2, 3 …, without a gap.
    public let number: Int
    public let name: String
    private let texts: [Engine: String]

    /// A step whose text both engines accept.
    public init(_ number: Int, _ name: String, _ sql: String) {
        self.init(number, name, sqlite: sql, postgresql: sql)
    }

    /// A step for which each engine needs its own text; both must end with the same tables.
    public init(_ number: Int, _ name: String, sqlite: String, postgresql: String) {
        self.number = number
        self.name = name
        texts = [.sqlite: sqlite, .postgresql: postgresql]
    }

    /// The text as written, before types are widened.
    public func sql(for engine: Engine) -> String { texts[engine] ?? "" }

    /// Lower-case hex of the SHA-256 of the name and the texts of both engines.
    public var digest: String {
        SHA256.hex(Engine.allCases.reduce(into: Array(name.utf8)) { $0 += [0] + sql(for: $1).utf8 })
    }
}
