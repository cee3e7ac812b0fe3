import Record
import Testing

@Suite struct MerkleFrontierTests {
    static let tree = SampleTree(size: 70)

    @Test(arguments: 0...70)
    func `the frontier's root is the tree's`(size: Int) throws {
        #expect(Self.tree.frontiers[size].root == Self.tree.root(0..<size))
        #expect(try MerkleProof.root(size: size, node: Self.tree.node) == Self.tree.root(0..<size))
    }

    @Test(arguments: 0...70)
    func `a frontier reads back from its bytes and goes on alike`(size: Int) throws {
        let frontier = Self.tree.frontiers[size]
        var again = try #require(MerkleFrontier(bytes: frontier.bytes))
        #expect(again == frontier)
        guard size < 70 else { return }
        _ = again.append(leaf: Self.tree.leaves[size])
        #expect(again == Self.tree.frontiers[size + 1])
    }

    @Test func `exactly the complete subtrees are born, each once, with their hash`() throws {
        for level in 1...6 {
            let count = 70 >> level
            let positions = Self.tree.nodes.keys.filter { $0[0] == level }.map { $0[1] }.sorted()
            #expect(positions == Array(0..<count))
            for position in 0..<count {
                let range = position << level..<(position + 1) << level
                #expect(try Self.tree.node(level, position) == Self.tree.root(range))
            }
        }
        #expect(!Self.tree.nodes.keys.contains { $0[0] > 6 })
    }

    @Test func `bytes of another length or count are no frontier`() {
        let bytes = Self.tree.frontiers[13].bytes
        #expect(MerkleFrontier(bytes: Array(bytes.dropLast())) == nil)
        #expect(MerkleFrontier(bytes: Array(bytes.dropLast(32))) == nil)
        #expect(MerkleFrontier(bytes: [UInt8](repeating: 0, count: 8)) == nil)
        #expect(MerkleFrontier(bytes: [UInt8](repeating: 255, count: 8)) == nil)
    }
}
