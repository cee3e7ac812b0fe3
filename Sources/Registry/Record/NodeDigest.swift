import Record

/// A digest of a set of tree nodes, whatever their order.
struct NodeDigest: Equatable, Sendable {
    private var count = 0
    private var sum = [UInt8](repeating: 0, count: 32)

    mutating func add(_ node: MerkleNode) {
        count += 1
        var place: [UInt8] = []
        place.reserveCapacity(48)
        for number in [node.level, node.position] {
            for shift in stride(from: 56, through: 0, by: -8) {
                place.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        place += node.hash.bytes
        let hash = SHA256.hash(place).bytes
        for index in 0..<32 { sum[index] ^= hash[index] }
    }
}
