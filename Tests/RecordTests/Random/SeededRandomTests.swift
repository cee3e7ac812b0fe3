import Record
import Testing

@Suite struct SeededRandomTests {
    @Test func `the same seed gives the same stream, however it is drawn`() {
        var whole = SeededRandom(seed: 7)
        var pieces = SeededRandom(seed: 7)
        var drawn: [UInt8] = []
        for count in [1, 1023, 0, 5, 2000, 71] { drawn += pieces.bytes(count) }
        #expect(whole.bytes(3100) == drawn)
        var other = SeededRandom(seed: 8)
        #expect(other.bytes(32) != Array(drawn.prefix(32)))
    }

    /// Worlds made from a seed must stay the same worlds.
    @Test func `the stream of a seed never changes`() {
        var random = SeededRandom(seed: 1)
        var stream = random.stream("people")
        #expect(
            SHA256.hash(random.bytes(4096)).hex
                == "9cd654012020c76621d8a981dd7f7d299d9181ac2d1109b21b7b1bad184e428e")
        #expect(
            SHA256.hash(stream.bytes(4096)).hex
                == "e007812a95a821a344bf7feaccb09680ca42fb31d35e6890be81edcd5f0df938")
    }

    @Test func `a labelled stream does not depend on what was drawn before`() {
        var drawn = SeededRandom(seed: 7)
        _ = drawn.bytes(500)
        var first = drawn.stream("a")
        var second = SeededRandom(seed: 7).stream("a")
        var third = SeededRandom(seed: 7).stream("b")
        let bytes = first.bytes(64)
        #expect(second.bytes(64) == bytes && third.bytes(64) != bytes)
    }

    @Test func `the system gives other bytes each time`() {
        #expect(SystemRandom.bytes(32) != SystemRandom.bytes(32) && SystemRandom.bytes(0).isEmpty)
    }
}
