import Record

/// A tree kept whole, with each definition of RFC 9162 followed to the letter: slow and plain, to compare with.
struct SampleTree {
    let leaves: [Hash32]
    var nodes: [[Int]: Hash32] = [:]
    var frontiers = [MerkleFrontier()]

    init(_ leaves: [Hash32]) {
        self.leaves = leaves
        var frontier = MerkleFrontier()
        for (index, leaf) in leaves.enumerated() {
            nodes[[0, index]] = leaf
            for node in frontier.append(leaf: leaf) { nodes[[node.level, node.position]] = node.hash }
            frontiers.append(frontier)
        }
    }

    init(size: Int) { self.init((0..<size).map { MerkleTree.leafHash(Array("leaf \($0)".utf8)) }) }

    struct Missing: Error {}

    func node(_ level: Int, _ position: Int) throws -> Hash32 {
        guard let hash = nodes[[level, position]] else { throw Missing() }
        return hash
    }

    /// MTH of section 2.1.1.
    func root(_ range: Range<Int>) -> Hash32 {
        if range.isEmpty { return SHA256.hash([UInt8]()) }
        if range.count == 1 { return leaves[range.lowerBound] }
        var split = 1
        while split * 2 < range.count { split *= 2 }
        let middle = range.lowerBound + split
        return MerkleTree.nodeHash(root(range.lowerBound..<middle), root(middle..<range.upperBound))
    }

    static func altered(_ hash: Hash32, byte: Int) -> Hash32 {
        var bytes = hash.bytes
        bytes[byte % 32] ^= 1 << (byte / 32 % 8)
        return Hash32(bytes) ?? hash
    }
}
