/// From which draws begin.
enum Seeds {
    static let standard: [UInt64] = [1, 20_211_230, 0xFEED]
}
