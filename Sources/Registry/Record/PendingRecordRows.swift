import Record
import Storage

/// Rows of the record that wait to be written several in one statement: with a thousand acts in a transaction,
/// statements cost more than rows.
struct PendingRecordRows {
    private static let most = 32
    private static let entryTable = ManyRows(
        into: "record_entry", ["entry_index", "id", "at", "pack", "envelope", "leaf_hash"])
    private static let openingTable = ManyRows(
        into: "record_opening", ["entry_index", "part", "salt", "payload"])
    private static let nodeTable = ManyRows(into: "record_node", ["level", "position", "hash"])

    private var entries: [[any SQLConvertible]] = []
    private var openings: [[any SQLConvertible]] = []
    private var nodes: [[any SQLConvertible]] = []

    /// Takes the rows of one entry; writes once enough wait.
    mutating func add(
        _ entry: [any SQLConvertible], openings its: [[any SQLConvertible]],
        completing completed: [MerkleNode],
        _ connection: any Connection
    ) throws {
        entries.append(entry)
        openings += its
        for node in completed { nodes.append([node.level, node.position, node.hash.bytes]) }
        if entries.count >= Self.most { try write(connection) }
    }

    /// Writes what waits. Entries first: openings refer to them.
    mutating func write(_ connection: any Connection) throws {
        try Self.entryTable.insert(entries, connection)
        try Self.openingTable.insert(openings, connection)
        try Self.nodeTable.insert(nodes, connection)
        self = PendingRecordRows()
    }
}
