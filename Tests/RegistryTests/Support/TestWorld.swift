import Disclosure
import Foundation
import Mandate
import Record
import Storage
import TestSupport
import Testing

@testable import Registry

/// An invented case in a fresh database, made by acts only: people in every capacity, two resolutions.
struct TestWorld: Sendable {
    let database: any Database
    let registry: Registry
    let accounts: Accounts
    let clock: WorldClock
    /// Where the database is, for programs that open it beside.
    private(set) var location = DatabaseLocation.temporary
    /// One person for each capacity that can be held, and more of some.
    private(set) var people: [String: ActPerformer] = [:]

    static let today = CalendarDate(2024, 3, 15)
    static let resolution = ResolutionID("S-RES-2617-2021")
    static let successor = ResolutionID("S-RES-2810-2025")

    /// Runs a test in a world of its own.
    static func with<Value>(
        _ engine: Engine, seed: UInt64 = 2, mandate: Bool = true,
        _ body: (TestWorld) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withLocation(engine) { location in
            var people: [String: ActPerformer]?
            if case .sqlite(let directory) = location {
                people = try await WorldTemplate.shared.copy(to: directory, mandate: mandate)
            }
            let database = try await openDatabase(at: location, settings: .patient)
            var world = try TestWorld(database, seed: seed)
            world.location = location
            do {
                if let people { world.people = people } else { try await world.make(mandate: mandate) }
                let value = try await body(world)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Fills an empty database.
    mutating func make(mandate: Bool) async throws {
        try await registry.migrate()
        try await adoptPack()
        try await addPeople()
        // Without reading: what was read here would keep the file from being copied whole.
        for (code, version) in try TestPack.questionnaires() { try await adoptQuestionnaire(code, version) }
        if mandate { try await enterMandate() }
    }

    init(_ database: any Database, seed: UInt64) throws {
        self.database = database
        clock = WorldClock(seed: seed, at: Self.today)
        registry = Registry(
            database: database, files: DirectoryFileStore(directory: NSTemporaryDirectory()),
            surroundings: clock.surroundings,
            signingKey: try Self.signingKey())
        accounts = Accounts(registry)
    }

    /// One key for all worlds, which are copied.
    static func signingKey() throws -> SigningKey {
        var random = SeededRandom(seed: 1).stream("signing key")
        return try SigningKey(name: "tests.example/record", seed: random.bytes(32))
    }

    // MARK: Performing

    /// Performs one act as a person of the world.
    @discardableResult
    func perform(
        _ kind: ActKind, _ fields: [String: JSONValue] = [:], by key: String, idempotencyKey: String? = nil
    ) async throws -> Outcome {
        Outcome(
            json: try await registry.perform(
                ActCall(kind, fields, by: performer(key)), idempotencyKey: idempotencyKey))
    }

    /// The refusal of an act, or nil where it was performed.
    func refusal(
        of kind: ActKind, _ fields: [String: JSONValue] = [:], by key: String, idempotencyKey: String? = nil
    ) async throws -> Refusal? {
        do {
            try await perform(kind, fields, by: key, idempotencyKey: idempotencyKey)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    func performer(_ key: String) -> ActPerformer {
        guard let performer = people[key] else { preconditionFailure("nobody is called \(key)") }
        return performer
    }

    func person(_ key: String) -> String { performer(key).person?.rawValue ?? "" }
    func grant(_ key: String) -> String { performer(key).grant?.rawValue ?? "" }

    // MARK: Reading

    func viewer(_ key: String) -> Viewer {
        let performer = performer(key)
        guard let person = performer.person, let capacity = performer.capacity else { return .public }
        return Viewer(
            person: person.rawValue, capacity: capacity, about: performer.about,
            belongsToUNSystem: performer.about == "UNODC")
    }

    func read<Value: Sendable>(
        as key: String, asOf day: CalendarDate? = nil, _ body: @escaping @Sendable (Reader) throws -> Value
    ) async throws -> Value {
        try await registry.read(for: key == "public" ? .public : viewer(key), asOf: day, body)
    }

    func rows(_ sql: String, _ parameters: [String: any SQLConvertible] = [:]) async throws -> [Row] {
        try await database.readAll { try $0.query(sql, parameters) }
    }

    // MARK: Making the world

    private mutating func adoptPack() async throws {
        people["console"] = .console(because: "A test world")
        let hash = try await registry.stage(pack: TestPack.files)
        try await perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "console")
    }

    /// Who is in the world: key, capacity, what it is about.
    static let cast: [(key: String, capacity: Capacity, about: String?)] = [
        ("head", .head, nil), ("head-two", .head, nil), ("administrator", .administrator, nil),
        ("expert", .expert, nil), ("expert-two", .expert, nil), ("committee-member", .committeeMember, nil),
        ("chair", .chair, nil), ("committee-secretary", .committeeSecretary, nil),
        ("mission", .mission, "FRD"), ("focal-point", .focalPoint, "FRD"),
        ("contributor", .contributor, "FRD"),
        ("other-mission", .mission, "SYL"), ("other-focal-point", .focalPoint, "SYL"),
        ("partner", .partner, "UNODC"), ("outside-partner", .partner, "INTERPOL"),
        ("provider", .provider, "INTERPOL"), ("researcher", .researcher, nil), ("auditor", .auditor, nil),
    ]
    /// Keys of everybody but the console.
    static let everyone = cast.map(\.key)

    private mutating func addPeople() async throws {
        for one in Self.cast {
            let maker = one.key == "head" ? "console" : "head"
            people[one.key] = try await add(one.key, one.capacity, one.about, by: maker)
        }
    }

    /// The same world, in which one person more is known.
    func adding(_ key: String, _ capacity: Capacity) async throws -> TestWorld {
        var world = self
        world.people[key] = try await world.add(key, capacity, by: "head")
        return world
    }

    /// An account with one capacity, which a head's grant makes held.
    func add(
        _ name: String, _ capacity: Capacity, _ about: String? = nil, by maker: String
    ) async throws -> ActPerformer {
        let person = try await perform(
            "add-person",
            ["name": .string("Person \(name)"), "email": .string("\(name)@example.org"), "language": "en"],
            by: maker
        ).id("person")
        var fields: [String: JSONValue] = ["person": .string(person), "capacity": .string(capacity.rawValue)]
        if let about { fields["about"] = .string(about) }
        let grant = try await perform("grant-capacity", fields, by: maker).id("capacity")
        return ActPerformer(
            person: PersonID(person), grant: GrantID(grant), capacity: capacity, about: about, via: .page)
    }

    /// The Committee adopts every questionnaire of the pack in force, as its secretary records.
    func adoptQuestionnaires() async throws {
        for one in try await read(as: "public", { try $0.questionnaires() }) where one.edition == nil {
            try await adoptQuestionnaire(one.code, one.version)
        }
    }

    private func adoptQuestionnaire(_ code: String, _ version: String) async throws {
        try await perform("adopt-questionnaire", Self.adoption(of: code, version), by: "committee-secretary")
    }

    static func adoption(of code: String, _ version: String) -> [String: JSONValue] {
        [
            "questionnaire": .string(code), "edition": .string(version), "decidedOn": "2024-03-01",
            "reference": "S/AC.40/2024/NOTE.9",
        ]
    }

    private func enterMandate() async throws {
        for (text, language) in [(TestPack.english, "en"), (TestPack.chinese, "zh-Hant")] {
            try await perform(
                "enter-resolution",
                [
                    "text": .string(text), "language": .string(language), "source": "The official record",
                    "official": "yes",
                ], by: "expert")
        }
    }
}

/// What an act did.
struct Outcome: Sendable {
    let json: JSONValue

    var entry: String { json["act"]?["id"]?.string ?? "" }
    var at: Instant { json["act"]?["at"]?.string.flatMap { Instant($0) } ?? Instant(microseconds: 0) }

    /// The identifier of the first object of a type.
    func id(_ type: String) -> String {
        json["objects"]?.array?.first { $0["type"]?.string == type }?["id"]?.string ?? ""
    }
}
