import Identity
import Mandate
import Pack
import Record
import Storage

/// An invented case, built by performing acts only: people in every capacity and several years of duties kept and
/// missed. The law that it works on is real; nobody and nothing else in it is.
public struct DemonstrationWorld: Sendable {
    private let arguments: DemonstrationArguments
    private let pack: DemonstrationPack
    private let script: WorldScript
    private let cases: CaseScript
    private let clock: DemonstrationClock

    /// - Parameters:
    ///   - pack: the mandate with invented States, as many as the arguments say.
    ///   - script: the bytes of `world.json`.
    ///   - cases: the bytes of `cases.json`.
    /// - Throws: `DemonstrationFault`; `JSONParseError`.
    public init(
        arguments: DemonstrationArguments, pack: DemonstrationPack, script: [UInt8], cases: [UInt8]
    ) throws {
        try arguments.check(available: pack.available)
        self.arguments = arguments
        self.pack = pack
        self.script = try WorldScript(bytes: script)
        self.cases = try CaseScript(bytes: cases)
        clock = DemonstrationClock(seed: arguments.seed)
    }

    /// For the registry in which the world is to be built: its time, its chance.
    public var surroundings: Surroundings { clock.surroundings }

    /// Builds the world.
    ///
    /// - Parameter accounts: of a registry with these `surroundings` and an empty, migrated database.
    /// - Returns: how to come in, a row for each person.
    /// - Throws: `DemonstrationFault.notEmpty`; `BatchRefusal` where the story breaks a rule.
    public func build(in registry: Registry, _ accounts: Accounts) async throws -> [SignIn] {
        guard try await registry.extent().entries == 0 else { throw DemonstrationFault.notEmpty }
        let loaded = try PackLoader.load(files: pack.files)
        var builder = try WorldBuilder(
            registry: registry, clock: clock, script: script, cases: cases, arguments: arguments, pack: loaded
        )
        // Marked before the first entry: a world that was left half built must not pass for a real case.
        _ = try await registry.keepSetting("demonstration", "yes")
        let hash = try await registry.stage(pack: pack.files)
        builder.plan(
            "adopt-pack", on: builder.start, by: .console(because: "Demonstration world"),
            ["pack": .string(hash.rawValue)])
        try builder.planPeople()
        let later = try await registry.stage(pack: pack.files(with: cases.nextVersion))
        try builder.planMandate()
        try builder.planQuestionnaires()
        try builder.planNextVersion(later)
        let duties = try builder.planDuties()
        try builder.planSlip()
        try builder.planCases()
        try builder.planHistoric()
        try await live(&builder, WorldStory(duties))
        try await builder.finish(accounts)
        return try await letIn(&builder, accounts)
    }

    /// Month after month, with a checkpoint each quarter.
    private func live(_ builder: inout WorldBuilder, _ story: WorldStory) async throws {
        var story = story
        var month = 0
        var first = builder.start.adding(days: 14)
        while first <= arguments.today {
            try await builder.perform(through: first.previous)
            try await story.plan(&builder, from: first, month: month)
            try builder.planErasure(after: first)
            if month % 3 == 0 { _ = try await builder.registry.checkpoint() }
            month += 1
            first = CalendarDate(first.year, first.month, 1).due(within: 1)
        }
        try await builder.perform(through: arguments.today)
    }

    /// Passwords and tokens for everyone who is to come in.
    private func letIn(_ builder: inout WorldBuilder, _ accounts: Accounts) async throws -> [SignIn] {
        var random = SeededRandom(seed: arguments.seed).stream("sign-ins")
        var rows: [SignIn] = []
        var passwords: [(person: PersonID, hash: PasswordHash)] = []
        for person in script.people {
            let performer = try builder.performer(person.key)
            guard let id = performer.person, let grant = performer.grant else { continue }
            let words = (0..<3).map { _ in script.passwordWords.randomElement(using: &random) ?? "" }
            let password = words.joined(separator: "-") + "-\(Int.random(in: 10..<100, using: &random))"
            passwords.append((id, try await accounts.hashing.hash(password)))
            let token = try await accounts.createToken(
                for: id, grant: grant, label: "Demonstration", days: 3_650,
                token: Token(.api, random: random.bytes(32)))
            rows.append(
                SignIn(
                    person: person.name, email: person.email, password: password, capacity: person.capacity,
                    about: builder.about(person), token: token.text))
        }
        try await accounts.setPasswords(passwords)
        return rows
    }
}
