import Storage

extension Database {
    /// Brings the tables of one test.
    func migrateTable(_ sql: String) async throws {
        try await Migrations.migrate(self, [Migration(1, "test", sql)])
    }
}
