/// Turns units one by one into what they add to a ``CoincidenceTable``.
struct UnitCounter {
    /// Slots below `categories` count values; those from there on are places in the order of first appearance.
    private(set) var additions: [CoincidenceTable.Addition] = []
    /// Where in `additions` each pairable unit begins; at last where all end.
    private(set) var starts = [0]
    /// Numbered from 0.
    private(set) var slotOfPlace: [CoincidenceTable.Place: Int] = [:]
    /// How many values of the unit at hand are in each category; zeros between units.
    private var counts: [Int]

    init(categories: Int) { counts = Array(repeating: 0, count: categories) }

    /// - Parameter omitted: index of a rater whose value is taken as missing.
    mutating func count(_ unit: [Ratings.Entry], omitting omitted: Int?) {
        var used: [Int] = []
        var values = 0
        for entry in unit where entry.rater != omitted {
            if counts[entry.value] == 0 { used.append(entry.value) }
            counts[entry.value] += 1
            values += 1
        }
        if values > 1 {
            used.sort()
            for (number, upper) in used.enumerated() {
                additions.append(.init(slot: upper, amount: counts[upper]))
                for lower in used[..<number] {
                    let pair = CategoryPairs.index(lower, upper)
                    let slot = slot(of: CoincidenceTable.Place(divisor: values - 1, pair: pair))
                    additions.append(.init(slot: slot, amount: counts[lower] * counts[upper]))
                }
            }
            starts.append(additions.count)
        }
        for value in used { counts[value] = 0 }
    }

    private mutating func slot(of place: CoincidenceTable.Place) -> Int {
        if let known = slotOfPlace[place] { return counts.count + known }
        let new = slotOfPlace.count
        slotOfPlace[place] = new
        return counts.count + new
    }
}
