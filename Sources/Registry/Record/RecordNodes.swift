import Record
import Storage

/// The tree as it is stored: leaves beside the entries, complete subtrees in `record_node`.
enum RecordNodes {
    static func hash(_ level: Int, _ position: Int, _ connection: any Connection) throws -> Hash32 {
        let rows =
            level == 0
            ? try connection.query(
                "SELECT leaf_hash AS hash FROM record_entry WHERE entry_index = :position",
                ["position": position])
            : try connection.query(
                "SELECT hash FROM record_node WHERE level = :level AND position = :position",
                ["level": level, "position": position])
        guard let bytes = try rows.first?.get("hash", as: [UInt8].self), let hash = Hash32(bytes) else {
            throw RecordFault.nodeMissing(level: level, position: position)
        }
        return hash
    }
}
