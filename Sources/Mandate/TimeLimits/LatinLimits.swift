enum LatinLimits {
    static func read(_ passage: Passage, _ tokens: [Token]) -> [TimeLimit] { [] }
}
