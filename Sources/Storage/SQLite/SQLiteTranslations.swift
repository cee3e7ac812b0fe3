import Synchronization

/// Statements that were translated already, for all connections of the process.
enum SQLiteTranslations {
    private static let known = Mutex(RecentlyUsed<String, Translation>(limit: 1_000))

    static func translation(of sql: String) -> Translation {
        if let translation = known.withLock({ $0.value(for: sql) }) { return translation }
        let translation = Translation(sql, for: .sqlite)
        _ = known.withLock { $0.insert(translation, for: sql) }
        return translation
    }
}
