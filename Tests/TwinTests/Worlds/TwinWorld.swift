import Disclosure
import Documents
import Foundation
import Identity
import Pack
import Record
import Storage

@testable import Registry
@testable import Site

/// One of two worlds: a registry with its site in front, made by acts.
struct TwinWorld: Sendable {
    let database: any Database
    let registry: Registry
    let accounts: Accounts
    let clock: TwinClock
    let door: Door
    private(set) var people: [String: Inhabitant] = [:]

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    static let resolution = "S-RES-2617-2021"
    private static let pack = Result {
        try PackLoader.read(
            directory: "\(root)/Packs/counter-terrorism", overlay: "\(root)/Packs/demonstration")
    }

    /// - Parameter relations: who may see what; the product's own, or one with a hole for tests of the test.
    init(_ database: any Database, seed: UInt64, people: [String: Inhabitant] = [:], relations: Relations)
        throws
    {
        self.database = database
        self.people = people
        clock = TwinClock(seed: seed)
        var random = SeededRandom(seed: 1).stream("signing key")
        registry = Registry(
            database: database, files: DirectoryFileStore(directory: NSTemporaryDirectory()),
            surroundings: clock.surroundings,
            signingKey: try SigningKey(name: "twins.example/record", seed: random.bytes(32)),
            relations: relations)
        accounts = Accounts(registry)
        door = Door(
            try Site(
                registry: registry, accounts: accounts,
                configuration: SiteConfiguration(
                    resources: "\(Self.root)/Resources", secret: [UInt8](repeating: 7, count: 32),
                    isDemonstration: false,
                    printer: Printer(mediaType: "text/html") { $0.printHTML })))
    }

    /// Fills an empty database: the pack, people in every capacity, one resolution.
    mutating func make() async throws {
        clock.begin("making", minute: 0)
        try await registry.migrate()
        people["public"] = .public
        let hash = try await registry.stage(pack: try Self.pack.get())
        try await perform("adopt-pack", ["pack": .string(hash.rawValue)], by: .public)
        for one in Inhabitant.cast {
            people[one.key] = try await settle(one.key, one.capacity, one.about)
        }
        try await perform(
            "adopt-questionnaire",
            [
                "questionnaire": "short-survey", "edition": "2026.1", "decidedOn": "2024-01-10",
                "reference": "S/AC.40/2024/NOTE.9",
            ], by: inhabitant("committee-secretary"))
        let files = try Self.pack.get()
        let text = files.first { $0.path == "resolutions/\(Self.resolution).en.txt" }?.bytes ?? []
        try await perform(
            "enter-resolution",
            [
                "text": .string(String(decoding: text, as: UTF8.self)), "language": "en",
                "source": "The official record", "official": "yes",
            ], by: inhabitant("expert"))
    }

    func inhabitant(_ key: String) -> Inhabitant { people[key] ?? .public }

    @discardableResult
    func perform(
        _ kind: String, _ fields: [String: JSONValue], by one: Inhabitant, key: String? = nil
    ) async throws -> JSONValue {
        try await registry.perform(
            ActCall(ActKind(rawValue: kind), fields, by: one.performer), idempotencyKey: key)
    }

    private func settle(_ key: String, _ capacity: Capacity, _ about: String?) async throws -> Inhabitant {
        let maker = key == "head" ? Inhabitant.public : inhabitant("head")
        let person = try await perform(
            "add-person",
            ["name": .string("Person \(key)"), "email": .string("\(key)@example.org"), "language": "en"],
            by: maker
        ).object("person")
        var fields: [String: JSONValue] = ["person": .string(person), "capacity": .string(capacity.rawValue)]
        if let about { fields["about"] = .string(about) }
        let grant = try await perform("grant-capacity", fields, by: maker).object("capacity")
        var random = SeededRandom(seed: 1).stream("tokens of \(key)")
        let token = Token(.api, random: random.bytes(32))
        _ = try await accounts.createToken(
            for: PersonID(person), grant: GrantID(grant), label: "twins", days: 3_650, token: token)
        let feed = try await accounts.createFeed(for: PersonID(person), grant: GrantID(grant))
        return Inhabitant(
            key: key, capacity: capacity, about: about, person: person, grant: grant, token: token.text,
            session: Token(.session, random: random.bytes(32)), feed: feed.text)
    }

    /// A session that has just begun.
    func signIn(_ one: Inhabitant, minute: Int64) async throws {
        guard let token = one.session else { return }
        clock.begin("session", minute: minute)
        let (accounts, now) = (accounts, registry.surroundings.now())
        try await database.write { connection in
            try connection.execute("DELETE FROM session WHERE person_id = :person", ["person": one.person])
            try accounts.insertSession(
                token, PersonID(one.person), GrantID(one.grant), "twins", now, connection)
        }
    }
}

extension JSONValue {
    /// Identifier of the first object of a type in an act's answer.
    func object(_ type: String) -> String {
        self["objects"]?.array?.first { $0["type"]?.string == type }?["id"]?.string ?? ""
    }
}
