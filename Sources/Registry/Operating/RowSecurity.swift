import Disclosure
import Record
import Storage

/// The second lock: PostgreSQL's row-level security, under the visible relations.
///
/// A read that did not say for whom it looks sees no guarded row. One that did sees the rows of its viewer's room and
/// those open to its step of the ladder or to it by name, whatever it selects from. The lock is coarser than the
/// relations: it knows no "as of", no exclusion and no blindness, since policies that asked other tables row by row
/// made reading many times dearer. It does not hold a superuser: the registry's role must be an ordinary one.
public enum RowSecurity {
    /// Puts the policies in place where they are not, or not these.
    static func install(in database: any Database) async throws {
        guard database.engine == .postgresql else { return }
        let script = script
        let digest = SHA256.hash(Array(script.utf8)).hex
        try await database.write { connection in
            let known = try connection.query("SELECT value FROM setting WHERE name = 'row-security'", [:])
            guard try known.first?.get("value", as: String.self) != digest else { return }
            _ = try connection.query("SELECT pg_advisory_xact_lock(7306340612)")
            try connection.executeScript(script)
            try connection.execute(
                """
                INSERT INTO setting (name, value) VALUES ('row-security', :digest)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, ["digest": digest])
        }
    }

    /// Whether the engine holds the lock for the role with which the registry is connected; SQLite has none.
    public static func isHeld(by database: any Database) async throws -> Bool {
        guard database.engine == .postgresql else { return false }
        return try await database.read { connection in
            try connection.query(
                "SELECT rolname FROM pg_roles WHERE rolname = current_user AND NOT rolsuper AND NOT rolbypassrls"
            ).count == 1
        }
    }

    /// Tables with the rows that a viewer may be shown of them.
    static let policies: [(table: String, shown: String)] = [
        ("item", item),
        (
            "derivation",
            """
            EXISTS (SELECT 1 FROM item WHERE item.id = derivation.source_id)
                AND EXISTS (SELECT 1 FROM item WHERE item.id = derivation.derived_id)
            """
        ),
        ("withholding", ":viewer_rung <= 1 OR \(own("withholding.state"))"),
        ("opening", ":viewer_rung <= 1 OR \(own("opening.state"))"),
        (
            "named_grant",
            """
            :viewer_rung <= 1 OR \(own("named_grant.state"))
                OR named_grant.grantee IN (nullif(:viewer_person_key, ''), nullif(:viewer_about_key, ''))
            """
        ),
        ("exclusion", ":viewer_rung = 0 OR \(oneself("exclusion.person_id"))"),
        ("reading", oneself("reading.person_id")),
        ("handing", "\(oneself("handing.person_id")) OR \(own("handing.state"))"),
        ("team_member", "\(oneself("team_member.person_id")) OR :viewer_rung = 0"),
        (
            "record_opening",
            """
            record_opening.part = 'fields' AND EXISTS
                (SELECT 1 FROM entry WHERE entry.entry_index = record_opening.entry_index
                    AND (\(oneself("entry.person_id")) OR (:viewer_rung = 0 AND entry.directorate = 1)
                         OR (:viewer_rung = 1 AND entry.committee = 1) OR \(own("entry.state"))
                         OR (:viewer_accounts = 1 AND entry.about_accounts = 1)
                         OR (:viewer_head = 1 AND entry.kind IN
                             ('prepare-calibration', 'write-calibration-unit', 'remove-calibration-unit',
                              'withdraw-calibration'))
                         OR (:viewer_head = 1 AND entry.kind = 'rate-calibration-unit'
                             AND entry.assessment_id = ANY (:viewer_closed))))
            """
        ),
    ]

    /// Rows of one's own State; nobody's where the viewer has none.
    private static func own(_ column: String) -> String { "\(column) = nullif(:viewer_state, '')" }

    /// Rows of the person who looks; nobody's for the public.
    private static func oneself(_ column: String) -> String { "\(column) = nullif(:viewer_person, '')" }

    private static let item: String = {
        let raw = "item.type NOT IN ('answer', 'rating')"
        let outside = Audience.outside.map { audience in
            let column = audience.column ?? ""
            return """
                WHEN \(audience.rawValue) THEN \(raw) AND item.committee_from IS NOT NULL
                    AND item.\(column)_opens <= :now AND item.\(column)_shuts > :now
                """
        }
        return """
            CASE :viewer_rung WHEN 0 THEN item.directorate_from IS NOT NULL OR item.type = 'source'
                    OR (item.type IN ('calibration', 'calibration-unit') AND :viewer_head = 1)
                    OR (item.type = 'calibration-rating' AND (\(oneself("item.author"))
                        OR (:viewer_head = 1 AND item.assessment_id = ANY (:viewer_closed))))
                WHEN 1 THEN item.committee_from IS NOT NULL AND \(raw)
                \(outside.joined(separator: "\n")) ELSE false END
                OR (item.state_from IS NOT NULL
                    AND (\(own("item.state")) OR item.state = nullif(:viewer_contributes, '')))
                OR (item.withheld_from > :viewer_rung
                    AND ((\(raw) AND item.committee_from IS NOT NULL AND item.id = ANY (:viewer_scopes))
                         OR (item.type IN ('assessment', 'overview', 'finding', 'recommendation')
                             AND item.state_from IS NOT NULL AND item.assessment_id = ANY (:viewer_scopes))))
            """
    }()

    private static let script: String = policies.map { table, shown in
        """
        ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY;
        ALTER TABLE \(table) FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS shown ON \(table);
        CREATE POLICY shown ON \(table) USING
            ((SELECT current_setting('stocktake.door', true)) = 'all' OR (\(settings(in: shown))));

        """
    }.joined()

    private static let numbers: Set<String> = [
        "viewer_rung", "viewer_people", "viewer_record", "viewer_accounts", "viewer_fields",
        "viewer_previews", "viewer_head", "as_of", "now",
    ]

    /// The definition with the transaction's settings in the place of parameters: each is looked up once for a
    /// statement, and unset ones show nothing.
    private static func settings(in definition: String) -> String {
        let names = SQLComposer.parameters.sorted { $0.count > $1.count }
        let lists = ["viewer_scopes", "viewer_closed"].reduce(definition) { text, name in
            let list = "(SELECT string_to_array(current_setting('stocktake.\(name)', true), ' '))"
            return text.replacing(":\(name)", with: "CAST(\(list) AS text[])")
        }
        return names.reduce(lists) { text, name in
            let setting = "nullif(current_setting('stocktake.\(name)', true), '')"
            let value =
                numbers.contains(name)
                ? "(SELECT CAST(\(setting) AS bigint))" : "(SELECT coalesce(\(setting), ''))"
            return text.replacing(":\(name)", with: value)
        }
    }
}
