import Foundation
import Mandate
import Record
import Registry
import Storage

/// A demonstration world in an empty database, looked at with the clock of today.
struct BenchWorld {
    let registry: Registry
    let signIns: [SignIn]

    /// - Parameter place: a directory, or the URL of a PostgreSQL database.
    init(root: String, place: String, states: Int) async throws {
        let location: DatabaseLocation =
            place.hasPrefix("postgres") ? .postgresql(url: place) : .sqlite(directory: place)
        let database = try await openDatabase(at: location)
        let files = DirectoryFileStore(directory: NSTemporaryDirectory())
        var arguments = DemonstrationArguments()
        arguments.states = states
        arguments.years = 1
        let pack = try DemonstrationPack(
            mandate: root + "/Packs/counter-terrorism", overlay: root + "/Packs/demonstration",
            states: arguments.states)
        let story = URL(fileURLWithPath: root + "/Packs/demonstration-world")
        let world = try DemonstrationWorld(
            arguments: arguments, pack: pack,
            script: Array(try Data(contentsOf: story.appendingPathComponent("world.json"))),
            cases: Array(try Data(contentsOf: story.appendingPathComponent("cases.json"))))
        let key = try arguments.signingKey()
        let past = Registry(
            database: database, files: files, surroundings: world.surroundings, signingKey: key)
        try await past.migrate()
        signIns = try await world.build(in: past, Accounts(past))
        // The last act lies in the demonstration's own time, which may be ahead of the clock.
        let last = world.surroundings.now()
        let real = Surroundings(
            now: {
                max(last, Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)))
            },
            random: { SystemRandom.bytes($0) })
        registry = Registry(database: database, files: files, surroundings: real, signingKey: key)
    }

    static func engine(of place: String) -> String { place.hasPrefix("postgres") ? "PostgreSQL" : "SQLite" }
}
