import Disclosure
import Mandate
import Pack
import Record
import Storage

/// What an act's checks may see: the performer's own view, in the transaction of the act. It never leaves
/// `perform`.
public struct Standing {
    /// Reads as the performer.
    let reader: Reader
    public let performer: ActPerformer
    public let pack: Pack?
    public let today: CalendarDate
    let guarded: GuardedChecks

    /// Whether the performer sees an object of that type.
    func sees(_ type: ObjectType, _ id: String) throws -> Bool { try reader.sees(type, id) }

    /// A file that waits for the performer, whose time is not over.
    func stagedFile(_ id: String) throws -> StagedFile? {
        try guarded.staged(id, for: performer, at: Instant(microseconds: reader.asOf.now))
    }

    /// One row as the performer sees it.
    func row(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> Row? {
        try reader.select(sql, parameters).first
    }
}

/// The few questions about accounts that concern the system itself and not what anybody may see: whether any
/// head exists yet, whether an address is taken.
struct GuardedChecks {
    let connection: any Connection

    /// Whether some head's capacity is confirmed and not ended.
    func headExists() throws -> Bool {
        try !connection.query(
            """
            SELECT id FROM capacity_grant
             WHERE capacity = 'head' AND confirmed_by IS NOT NULL AND ended_by IS NULL LIMIT 1
            """, [:]
        ).isEmpty
    }

    /// Whether an item was sent to the Directorate, or arose there.
    func isWithDirectorate(item: String) throws -> Bool {
        try !connection.query(
            "SELECT id FROM item WHERE id = :id AND directorate_from IS NOT NULL LIMIT 1", ["id": item]
        ).isEmpty
    }

    /// Whether an account with this address exists.
    func isTaken(email: String) throws -> Bool {
        try !connection.query(
            "SELECT person_id FROM person_version WHERE email = :email AND until_entry IS NULL LIMIT 1",
            ["email": email]
        ).isEmpty
    }

    /// Whether an account other than one's own has this address.
    func isTaken(email: String, by person: PersonID) throws -> Bool {
        try !connection.query(
            """
            SELECT person_id FROM person_version
             WHERE email = :email AND until_entry IS NULL AND person_id <> :person LIMIT 1
            """, ["email": email, "person": person]
        ).isEmpty
    }

    /// Whether a person has that capacity already, held or waiting.
    func holds(_ person: PersonID, _ capacity: Capacity, _ about: String) throws -> Bool {
        try !connection.query(
            """
            SELECT id FROM capacity_grant
             WHERE person_id = :person AND capacity = :capacity AND about = :about AND ended_by IS NULL
            """, ["person": person, "capacity": capacity.rawValue, "about": about]
        ).isEmpty
    }

    /// Whether a person has a capacity, held or waiting, that is not about a State.
    func holdsElsewhere(_ person: PersonID, than about: String) throws -> Bool {
        try !connection.query(
            """
            SELECT id FROM capacity_grant
             WHERE person_id = :person AND ended_by IS NULL AND about <> :about LIMIT 1
            """, ["person": person, "about": about]
        ).isEmpty
    }

    /// Whether a person has a capacity that opens content, held or waiting.
    func seesContent(_ person: PersonID) throws -> Bool {
        try connection.query(
            "SELECT capacity FROM capacity_grant WHERE person_id = :person AND ended_by IS NULL",
            ["person": person]
        ).contains { Capacity(rawValue: try $0.get("capacity"))?.opensContent ?? true }
    }

    /// How many hold the capacity of a head.
    func heads() throws -> Int {
        try connection.query(
            """
            SELECT count(*) AS many FROM capacity_grant
             WHERE capacity = 'head' AND confirmed_by IS NOT NULL AND ended_by IS NULL
            """, [:]
        ).first?.get("many") ?? 0
    }

    /// Whether the files of a pack are there.
    func isStaged(pack: PackID) throws -> Bool {
        try !connection.query(
            "SELECT path FROM pack_file WHERE pack_hash = :hash LIMIT 1", ["hash": pack]
        ).isEmpty
    }

    /// A file that waits for this performer, whose time is not over.
    func staged(_ id: String, for performer: ActPerformer, at now: Instant) throws -> StagedFile? {
        guard let person = performer.person, let grant = performer.grant,
            let row = try connection.query(
                """
                SELECT name, sha256, size, format FROM staged_file
                 WHERE id = :id AND person_id = :person AND grant_id = :grant AND staged_at >= :oldest
                """,
                [
                    "id": id, "person": person, "grant": grant,
                    "oldest": Registry.oldestStaged(at: now),
                ]
            ).first, let format = FileFormat(rawValue: try row.get("format"))
        else { return nil }
        return StagedFile(
            id: id, sha256: try row.get("sha256"), name: try row.get("name"), size: try row.get("size"),
            format: format)
    }

    /// Hash of the pack in force.
    func packInForce() throws -> String? {
        try connection.query("SELECT pack_hash FROM pack_in_force WHERE until_entry IS NULL", [:])
            .first?.get("pack_hash")
    }
}
