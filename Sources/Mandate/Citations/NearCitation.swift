/// Finds citations that look like slips of the print: a resolution that is cited once only, in the operative part,
/// while the preamble cites another of the same year whose number differs by a single digit.
///
/// A remark for people to look at, never a correction: both resolutions may well be meant.
struct NearCitation {
    let symbol: Symbol
    /// What the preamble cites.
    let near: Symbol

    /// - Parameters:
    ///   - preamble: symbols of every preambular paragraph.
    ///   - operative: symbols of each operative paragraph.
    /// - Returns: for each operative paragraph what looks odd in it.
    static func find(preamble: [Symbol], operative: [[Symbol]]) -> [[NearCitation]] {
        let known = Set(preamble)
        var times: [Symbol: Int] = [:]
        for symbols in operative { for symbol in Set(symbols) { times[symbol, default: 0] += 1 } }
        return operative.map { symbols in
            Set(symbols).sorted().compactMap { symbol in
                guard times[symbol] == 1, !known.contains(symbol) else { return nil }
                return known.sorted().first { isNear($0, symbol) }.map {
                    NearCitation(symbol: symbol, near: $0)
                }
            }
        }
    }

    private static func isNear(_ one: Symbol, _ other: Symbol) -> Bool {
        guard let (left, leftYear) = one.resolution, let (right, rightYear) = other.resolution,
            leftYear == rightYear, leftYear != nil
        else { return false }
        let (a, b) = (Array(String(left).utf8), Array(String(right).utf8))
        return a.count == b.count && zip(a, b).count { $0 != $1 } == 1
    }
}
