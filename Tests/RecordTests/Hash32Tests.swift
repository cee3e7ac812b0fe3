import Record
import Testing

@Suite struct Hash32Tests {
    @Test func `SHA-256 gives the published hashes, whole and in pieces`() {
        let abc = Array("abc".utf8)
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(SHA256.hash(abc).hex == expected)
        #expect(SHA256.hash(pieces: [[0x61], [], [0x62, 0x63]]).hex == expected)
        #expect(SHA256.hash(abc.lazy.map { $0 }.reversed().reversed()).hex == expected)
        #expect(
            SHA256.hash([UInt8]()).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test(arguments: Seeds.standard)
    func `every form reads back, and the order is that of the bytes`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let bytes = random.bytes(32)
            let other = Array(bytes.prefix(Int.random(in: 0..<32, using: &random))) + random.bytes(32)
            guard let hash = Hash32(bytes), let second = Hash32(other.prefix(32)) else {
                Issue.record("32 bytes are a hash")
                return
            }
            #expect(
                hash.bytes == bytes && Hash32(hex: hash.hex) == hash && Hash32(base64: hash.base64) == hash)
            #expect((hash < second) == bytes.lexicographicallyPrecedes(other.prefix(32)))
        }
    }

    @Test func `what is not 32 bytes in the one right spelling is no hash`() {
        let hash = SHA256.hash([UInt8]())
        #expect(Hash32([UInt8](repeating: 0, count: 31)) == nil && Hash32(hex: hash.hex.uppercased()) == nil)
        #expect(
            Hash32(hex: String(hash.hex.dropLast())) == nil
                && Hash32(base64: String(hash.base64.dropLast())) == nil)
        // The last digit before the padding carries two bits that must be zero.
        #expect(hash.base64.hasSuffix("U=") && Hash32(base64: hash.base64.dropLast(2) + "V=") == nil)
    }
}
