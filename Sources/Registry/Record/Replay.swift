import Mandate
import Record
import Storage

/// Rebuilds every derived table elsewhere from the record alone, and compares row by row.
public struct Replay: Sendable {
    /// What a replay found.
    public struct Report: Sendable {
        public let entries: Int
        /// Derived tables whose rows differ, with how many rows there are and should be.
        public let differences: [Difference]
        public var agrees: Bool { differences.isEmpty }
    }

    /// A table that is not what the record says.
    public struct Difference: Sendable {
        public let table: String
        public let detail: String
    }

    private let registry: Registry
    private static let batch = 500

    public init(_ registry: Registry) { self.registry = registry }

    /// Replays into a database of its own, on the embedded engine whatever the source's: the SQL is the same.
    public func run() async throws -> Report {
        let elsewhere = try await openDatabase(at: .temporary)
        do {
            let report = try await run(into: elsewhere)
            await elsewhere.close()
            return report
        } catch {
            await elsewhere.close()
            throw error
        }
    }

    private func run(into elsewhere: any Database) async throws -> Report {
        try await Migrations.migrate(elsewhere, Schema.migrations)
        let erased = try await erasures()
        var index = 0
        while true {
            let entries = try await stored(from: index)
            if entries.isEmpty { break }
            let packs = try await packFiles(for: entries)
            try await elsewhere.write { connection in
                for entry in entries { try self.apply(entry, erased, packs, connection) }
            }
            index += entries.count
        }
        return Report(entries: index, differences: try await compare(elsewhere))
    }

    /// One entry with its openings.
    private struct StoredEntry: Sendable {
        let index: Int
        let id: String
        let at: String
        let pack: String
        let openings: [String: JSONValue]
    }

    private func stored(from index: Int) async throws -> [StoredEntry] {
        try await registry.database.readAll { connection in
            let range = ["low": index, "high": index + Self.batch - 1]
            var openings: [Int: [String: JSONValue]] = [:]
            for row in try connection.query(
                """
                SELECT entry_index, part, payload FROM record_opening
                 WHERE entry_index BETWEEN :low AND :high
                """, range)
            {
                guard let payload = try row.optional("payload", as: [UInt8].self) else { continue }
                let part: String = try row.get("part")
                openings[try row.get("entry_index"), default: [:]][part] = try JSONValue(parsing: payload)
            }
            return try connection.query(
                """
                SELECT entry_index, id, at, pack FROM record_entry
                 WHERE entry_index BETWEEN :low AND :high ORDER BY entry_index
                """, range
            ).map { row in
                let index: Int = try row.get("entry_index")
                return StoredEntry(
                    index: index, id: try row.get("id"), at: try row.get("at"), pack: try row.get("pack"),
                    openings: openings[index] ?? [:])
            }
        }
    }

    /// What erasures left, by the identifier of the entry that they erased.
    private func erasures() async throws -> [String: Erased] {
        try await registry.database.readAll { connection in
            var erased: [String: Erased] = [:]
            for row in try connection.query(
                """
                SELECT fields.payload FROM record_opening AS fields
                  JOIN record_opening AS act ON act.entry_index = fields.entry_index AND act.part = 'act'
                 WHERE fields.part = 'fields' AND fields.entry_index IN
                       (SELECT erased_by FROM erasure WHERE erased_by IS NOT NULL)
                """, [:])
            {
                guard let payload = try row.optional("payload", as: [UInt8].self),
                    let target = try JSONValue(parsing: payload)["target"]
                else { continue }
                let one = try Erased(json: target)
                erased[one.entry.rawValue] = one
            }
            return erased
        }
    }

    /// The files of the packs that these entries adopt.
    private func packFiles(
        for entries: [StoredEntry]
    ) async throws -> [String: [(path: String, bytes: [UInt8])]] {
        let adopted = entries.compactMap { $0.openings["fields"]?["pack"]?.string }
        return try await registry.database.readAll { connection in
            var files: [String: [(path: String, bytes: [UInt8])]] = [:]
            for hash in Set(adopted) { files[hash] = try PackShelf.files(of: hash, connection) }
            return files
        }
    }

    private func apply(
        _ stored: StoredEntry, _ erased: [String: Erased],
        _ packs: [String: [(path: String, bytes: [UInt8])]], _ connection: any Connection
    ) throws {
        guard let kind = stored.openings["act"]?["kind"]?.string.map(ActKind.init(rawValue:)),
            let act = registry.catalogue[kind], let at = Instant(stored.at)
        else { throw ReplayFault.unknownAct(index: stored.index) }
        let input: Input
        if let erased = erased[stored.id] {
            input = erased.blanked(act)
        } else if let fields = stored.openings["fields"]?.object {
            input = Input(checked: fields)
        } else {
            throw ReplayFault.fieldsMissing(index: stored.index)
        }
        let performer = try ActPerformer(json: stored.openings["who"] ?? .null)
        let objects = (stored.openings["objects"]?.array ?? []).compactMap { json -> ObjectReference? in
            guard let type = json["type"]?.string, let id = json["id"]?.string else { return nil }
            return ObjectReference(ObjectType(rawValue: type), id)
        }
        try Derivation.entry(
            index: stored.index, id: stored.id, at: stored.at, kind: kind, performer: performer,
            objects: objects, isAboutAccounts: act.isAboutAccounts, connection)
        let tables = Tables(connection: connection) { packs[$0] ?? [] }
        let entry = RecordEntry(
            index: stored.index, id: EntryID(stored.id), at: at, pack: nil, performer: performer)
        let performed = try act.init(input)
        try performed.apply(to: tables, entry)
        try Derivation.readers(performed.entryReaders, of: stored.index, objects, connection)
        try erased[stored.id]?.empty(tables, at: stored.index)
    }

    private func compare(_ elsewhere: any Database) async throws -> [Difference] {
        var differences: [Difference] = []
        for table in Schema.derived {
            let here = try await registry.database.readAll { try CanonicalRows.digest(of: table, $0) }
            let there = try await elsewhere.readAll { try CanonicalRows.digest(of: table, $0) }
            if here != there {
                differences.append(
                    Difference(table: table, detail: "\(here.count) rows, by the record \(there.count)"))
            }
        }
        return differences
    }
}

/// The record cannot be replayed.
public enum ReplayFault: Error, Sendable {
    /// Written by a newer program, or not by this one.
    case unknownAct(index: Int)
    /// The payload is gone, and no erasure says why.
    case fieldsMissing(index: Int)
}
