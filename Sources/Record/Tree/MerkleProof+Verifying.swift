extension MerkleProof {
    /// Whether the proof shows the leaf to lie at that index of the tree (RFC 9162 section 2.1.3.2).
    ///
    /// - Parameters:
    ///   - leaf: the leaf's hash.
    ///   - root: hash of the tree of `size` leaves, from a checkpoint that was verified.
    public static func verifyInclusion(
        leaf: Hash32, index: Int, size: Int, proof: [Hash32], root: Hash32
    ) -> Bool {
        guard 0 <= index, index < size else { return false }
        var position = index
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if position & 1 == 1 || position == last {
                hash = MerkleTree.nodeHash(sibling, hash)
                while position & 1 == 0, position > 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the proof shows the first tree to be the beginning of the second (RFC 9162 section 2.1.4.2).
    ///
    /// The empty tree is the beginning of every tree, and a tree of itself; then the proof must be empty.
    public static func verifyConsistency(
        from: Int, fromRoot: Hash32, to: Int, toRoot: Hash32, proof: [Hash32]
    ) -> Bool {
        guard 0 <= from, from <= to else { return false }
        if from == to { return proof.isEmpty && fromRoot == toRoot }
        if from == 0 { return proof.isEmpty && fromRoot == MerkleTree.emptyRoot }
        // A first tree that is one complete subtree is not repeated in the proof.
        let path = from.nonzeroBitCount == 1 ? [fromRoot] + proof : proof
        guard let start = path.first else { return false }
        let skipped = (~(from - 1)).trailingZeroBitCount
        return fold(
            path.dropFirst(), start: start, position: (from - 1) >> skipped, last: (to - 1) >> skipped,
            expecting: (fromRoot, toRoot))
    }

    private static func fold(
        _ path: ArraySlice<Hash32>, start: Hash32, position: Int, last: Int,
        expecting roots: (from: Hash32, to: Hash32)
    ) -> Bool {
        var (position, last) = (position, last)
        var (first, second) = (start, start)
        for sibling in path {
            guard last > 0 else { return false }
            if position & 1 == 1 || position == last {
                first = MerkleTree.nodeHash(sibling, first)
                second = MerkleTree.nodeHash(sibling, second)
                while position & 1 == 0, position > 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                second = MerkleTree.nodeHash(second, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && first == roots.from && second == roots.to
    }
}
