/// SplitMix64, so that a failing draw can be drawn again.
struct SeededGenerator: RandomNumberGenerator {
    private var word: UInt64

    init(seed: UInt64) { word = seed }

    mutating func next() -> UInt64 {
        word &+= 0x9E37_79B9_7F4A_7C15
        var mixed = word
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Seeds {
    static let standard: [UInt64] = [1, 20_211_230, 0xFEED]
}
