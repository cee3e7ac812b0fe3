/// Remembers a bounded number of values and forgets those that were not asked for longest.
struct RecentlyUsed<Key: Hashable, Value> {
    private var entries: [Key: (value: Value, lastUse: Int)] = [:]
    private var use = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The value, which counts as used now.
    mutating func value(for key: Key) -> Value? {
        guard let index = entries.index(forKey: key) else { return nil }
        use += 1
        entries.values[index].lastUse = use
        return entries.values[index].value
    }

    /// Remembers a value.
    ///
    /// - Returns: the values that were forgotten for it: none, or an eighth of all at once, so that finding them
    ///   costs little per value.
    mutating func insert(_ value: Value, for key: Key) -> [Value] {
        use += 1
        entries[key] = (value, use)
        guard entries.count > limit else { return [] }
        let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, limit / 8))
        for entry in oldest { entries[entry.key] = nil }
        return oldest.map(\.value.value)
    }

    mutating func remove(_ key: Key) { entries[key] = nil }

    mutating func removeAll() { entries.removeAll() }
}
