/// Making and checking proofs that a leaf lies in a tree and that one tree continues another.
///
/// Proofs are lists of hashes in the order of RFC 9162 sections 2.1.3 and 2.1.4. They are made from stored
/// hashes of complete subtrees, a number of look-ups that grows with the logarithm of the tree.
public enum MerkleProof {
    /// Gives the hash of a complete subtree: level 0 are the leaf hashes; every node asked for is complete.
    public typealias NodeLookUp = (_ level: Int, _ position: Int) throws -> Hash32

    /// What was asked has no proof.
    public enum OutOfRange: Error, Hashable {
        case leaf(index: Int, size: Int)
        case trees(from: Int, to: Int)
    }

    /// The hashes that lead from a leaf to the root (RFC 9162 section 2.1.3.1).
    ///
    /// - Throws: `OutOfRange` unless `0 ≤ index < size`; what `node` throws.
    public static func inclusion(index: Int, size: Int, node: NodeLookUp) throws -> [Hash32] {
        guard 0 <= index, index < size else { throw OutOfRange.leaf(index: index, size: size) }
        return try path(index, 0..<size, node)
    }

    /// The hashes that show a tree to be the beginning of a later one (RFC 9162 section 2.1.4.1).
    ///
    /// - Returns: nothing if one is empty or both are the same: there is nothing to show then.
    /// - Throws: `OutOfRange` unless `0 ≤ from ≤ to`; what `node` throws.
    public static func consistency(from: Int, to: Int, node: NodeLookUp) throws -> [Hash32] {
        guard 0 <= from, from <= to else { throw OutOfRange.trees(from: from, to: to) }
        guard from > 0, from < to else { return [] }
        return try subproof(from, 0..<to, isWhole: true, node)
    }

    /// The hash over leaves `0 ..< size`.
    public static func root(size: Int, node: NodeLookUp) throws -> Hash32 {
        guard size > 0 else { return MerkleTree.emptyRoot }
        return try hash(over: 0..<size, node)
    }

    private static func path(_ index: Int, _ range: Range<Int>, _ node: NodeLookUp) throws -> [Hash32] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + largestPowerBelow(range.count)
        let left = range.lowerBound..<middle
        let right = middle..<range.upperBound
        return index < middle
            ? try path(index, left, node) + [hash(over: right, node)]
            : try path(index, right, node) + [hash(over: left, node)]
    }

    private static func subproof(
        _ from: Int, _ range: Range<Int>, isWhole: Bool, _ node: NodeLookUp
    ) throws -> [Hash32] {
        if from == range.upperBound { return isWhole ? [] : [try hash(over: range, node)] }
        let middle = range.lowerBound + largestPowerBelow(range.count)
        let left = range.lowerBound..<middle
        let right = middle..<range.upperBound
        return from <= middle
            ? try subproof(from, left, isWhole: isWhole, node) + [hash(over: right, node)]
            : try subproof(from, right, isWhole: false, node) + [hash(over: left, node)]
    }

    /// The hash over a range that starts where a subtree of its size would: complete ones are looked up.
    private static func hash(over range: Range<Int>, _ node: NodeLookUp) throws -> Hash32 {
        let count = range.count
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            return try node(level, range.lowerBound >> level)
        }
        let middle = range.lowerBound + largestPowerBelow(count)
        return MerkleTree.nodeHash(
            try hash(over: range.lowerBound..<middle, node), try hash(over: middle..<range.upperBound, node))
    }

    /// The largest power of two below a number above 1.
    private static func largestPowerBelow(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
