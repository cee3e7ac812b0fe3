/// A generator whose draws follow from its seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var standing: UInt64
    /// How many words were taken so far.
    private(set) var draws = 0

    init(seed: UInt64) { standing = seed }

    mutating func next() -> UInt64 {
        draws += 1
        standing &+= 0x9E37_79B9_7F4A_7C15
        var mixed = standing
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Seeds {
    static let standard: [UInt64] = [1, 7, 42, 2_000]
}
