/// From which draws begin.
enum Seeds {
    static let standard: [UInt64] = [1, 7, 42, 2617]
}
