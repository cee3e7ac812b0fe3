/// What must be known of a log to append to it: the hashes of the complete subtrees that it falls into.
///
/// A log of 13 leaves (1101 in binary) falls into subtrees of 8, 4 and 1: as many hashes as the size has ones.
public struct MerkleFrontier: Hashable, Sendable {
    /// Number of leaves.
    public private(set) var size: Int
    /// From the largest subtree to the smallest.
    public private(set) var hashes: [Hash32]

    /// Of the empty log.
    public init() {
        size = 0
        hashes = []
    }

    /// Reads what `bytes` wrote; nil if it is anything else.
    public init?(bytes: [UInt8]) {
        if bytes.isEmpty {
            size = 0
            hashes = []
            return
        }
        guard bytes.count >= 8, (bytes.count - 8).isMultiple(of: 32) else { return nil }
        let count = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let size = Int(exactly: count), size > 0, (bytes.count - 8) / 32 == size.nonzeroBitCount else {
            return nil
        }
        self.size = size
        hashes = stride(from: 8, to: bytes.count, by: 32).compactMap { Hash32(bytes[$0..<$0 + 32]) }
    }

    /// The size as 8 bytes, most significant first, then the hashes; of the empty log nothing.
    public var bytes: [UInt8] {
        guard size > 0 else { return [] }
        var output: [UInt8] = []
        output.reserveCapacity(8 + hashes.count * 32)
        for shift in stride(from: 56, through: 0, by: -8) {
            output.append(UInt8(truncatingIfNeeded: size >> shift))
        }
        for hash in hashes { output += hash.bytes }
        return output
    }

    /// The tree's hash; of no leaves, SHA-256 of nothing.
    public var root: Hash32 {
        guard var root = hashes.last else { return MerkleTree.emptyRoot }
        for hash in hashes.dropLast().reversed() { root = MerkleTree.nodeHash(hash, root) }
        return root
    }

    /// Adds a leaf.
    ///
    /// - Returns: the subtrees of level 1 and above that this leaf completes, smallest first; often none.
    public mutating func append(leaf: Hash32) -> [MerkleNode] {
        var born: [MerkleNode] = []
        var hash = leaf
        // As many subtrees are completed as the size ends in ones.
        for level in 0..<(~size).trailingZeroBitCount {
            hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
            born.append(MerkleNode(level: level + 1, position: size >> (level + 1), hash: hash))
        }
        hashes.append(hash)
        size += 1
        checkInvariants()
        return born
    }

    /// Ends the process if the parts contradict each other.
    func checkInvariants() {
        precondition(hashes.count == size.nonzeroBitCount, "a hash for each one in the size")
    }
}
