/// The hash over a complete subtree: the 2^level leaves from position × 2^level on.
public struct MerkleNode: Hashable, Sendable {
    /// 0 for a leaf.
    public let level: Int
    /// Counted from 0 among the subtrees of its level.
    public let position: Int
    public let hash: Hash32

    public init(level: Int, position: Int, hash: Hash32) {
        self.level = level
        self.position = position
        self.hash = hash
    }
}
