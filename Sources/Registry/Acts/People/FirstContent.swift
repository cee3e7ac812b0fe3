import Disclosure

/// When content opens to a person for the first time, what let them in before no longer does: an address or a
/// password from before may have come by the hands of administrators, who see no content.
enum FirstContent {
    static func changeLocks(of grant: GrantID, _ tables: Tables, _ entry: RecordEntry) throws {
        for table in ["invitation", "credential", "session"] {
            try tables.execute(
                """
                DELETE FROM \(table)
                 WHERE person_id = (SELECT person_id FROM capacity_grant WHERE id = :grant)
                   AND NOT EXISTS (SELECT 1 FROM capacity_grant AS earlier
                                    WHERE earlier.person_id = \(table).person_id AND earlier.id <> :grant
                                      AND earlier.confirmed_by < :entry
                                      AND earlier.capacity NOT IN ('administrator', 'auditor'))
                """, ["grant": grant, "entry": entry.index])
        }
    }
}
