import Record
import Testing

@Suite struct MerkleProofTests {
    static let tree = SampleTree(size: 70)

    @Test(arguments: 1...70)
    func `every leaf is proved, and nothing altered is`(size: Int) throws {
        let root = Self.tree.root(0..<size)
        for index in 0..<size {
            let leaf = Self.tree.leaves[index]
            let proof = try MerkleProof.inclusion(index: index, size: size, node: Self.tree.node)
            func holds(_ leaf: Hash32, _ index: Int, _ size: Int, _ proof: [Hash32], _ root: Hash32) -> Bool {
                MerkleProof.verifyInclusion(leaf: leaf, index: index, size: size, proof: proof, root: root)
            }
            #expect(holds(leaf, index, size, proof, root))
            let byte = size * 31 + index * 7
            #expect(!holds(SampleTree.altered(leaf, byte: byte), index, size, proof, root))
            #expect(!holds(leaf, index, size, proof, SampleTree.altered(root, byte: byte)))
            #expect(!holds(leaf, index, size, proof + [root], root))
            #expect(!holds(leaf, -1, size, proof, root) && !holds(leaf, size, size, proof, root))
            for other in 0..<size where other != index { #expect(!holds(leaf, other, size, proof, root)) }
            for place in proof.indices {
                var altered = proof
                altered[place] = SampleTree.altered(altered[place], byte: byte + place)
                #expect(!holds(leaf, index, size, altered, root))
                altered.remove(at: place)
                #expect(!holds(leaf, index, size, altered, root))
            }
        }
    }

    @Test(arguments: 0...70)
    func `every tree continues every earlier one, and no altered one`(to: Int) throws {
        let toRoot = Self.tree.root(0..<to)
        for from in 0...to {
            let fromRoot = Self.tree.root(0..<from)
            let proof = try MerkleProof.consistency(from: from, to: to, node: Self.tree.node)
            func holds(_ fromRoot: Hash32, _ toRoot: Hash32, _ proof: [Hash32]) -> Bool {
                MerkleProof.verifyConsistency(
                    from: from, fromRoot: fromRoot, to: to, toRoot: toRoot, proof: proof)
            }
            #expect(holds(fromRoot, toRoot, proof))
            #expect(!holds(SampleTree.altered(fromRoot, byte: to), toRoot, proof))
            #expect(!holds(fromRoot, toRoot, proof + [toRoot]))
            if from > 0 { #expect(!holds(fromRoot, SampleTree.altered(toRoot, byte: from), proof)) }
            for place in proof.indices {
                var altered = proof
                altered[place] = SampleTree.altered(altered[place], byte: from + place)
                #expect(!holds(fromRoot, toRoot, altered))
            }
        }
    }

    @Test func `each single bit of a proof counts`() throws {
        let proof = try MerkleProof.inclusion(index: 41, size: 70, node: Self.tree.node)
        for place in proof.indices {
            for bit in 0..<256 {
                var altered = proof
                altered[place] = SampleTree.altered(altered[place], byte: bit)
                #expect(
                    !MerkleProof.verifyInclusion(
                        leaf: Self.tree.leaves[41], index: 41, size: 70, proof: altered,
                        root: Self.tree.root(0..<70)))
            }
        }
    }

    @Test func `look-ups grow with the logarithm of the tree`() throws {
        let size = 1_000_003
        for index in [0, 1, 500_000, 999_999, 1_000_002] {
            var count = 0
            _ = try MerkleProof.inclusion(index: index, size: size) { _, _ in
                count += 1
                return MerkleTree.emptyRoot
            }
            #expect(count <= 40)
            count = 0
            _ = try MerkleProof.consistency(from: index, to: size) { _, _ in
                count += 1
                return MerkleTree.emptyRoot
            }
            #expect(count <= 60)
        }
    }

    @Test func `what lies outside the tree has no proof`() {
        let node = Self.tree.node
        #expect(throws: MerkleProof.OutOfRange.leaf(index: 5, size: 5)) {
            try MerkleProof.inclusion(index: 5, size: 5, node: node)
        }
        #expect(throws: MerkleProof.OutOfRange.trees(from: 6, to: 5)) {
            try MerkleProof.consistency(from: 6, to: 5, node: node)
        }
    }
}
