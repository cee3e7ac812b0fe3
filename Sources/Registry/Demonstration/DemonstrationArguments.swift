import Mandate
import Record

/// What decides a demonstration world: the same arguments give the same world, entry for entry.
public struct DemonstrationArguments: Hashable, Sendable {
    /// How many of the invented States there are; at least 2, since the people belong to two.
    public var states = 60
    /// How many years before `today` the record begins, as far as the mandate itself goes back.
    public var years = 5
    public var seed: UInt64 = 1
    /// The day on which the world stands.
    public var today = CalendarDate(2027, 1, 15)

    public init() {}

    /// - Throws: `DemonstrationFault` where there is no such world.
    func check(available: Int) throws {
        guard (2...available).contains(states) else { throw DemonstrationFault.states(most: available) }
        guard (1...50).contains(years) else { throw DemonstrationFault.years }
    }

    /// The world's signing key.
    public func signingKey() throws -> SigningKey {
        var random = SeededRandom(seed: seed).stream("signing key")
        return try SigningKey(name: "demonstration.example/record", seed: random.bytes(32))
    }
}

/// Why there is no demonstration world.
public enum DemonstrationFault: Error, Hashable, Sendable, CustomStringConvertible {
    case states(most: Int)
    case years
    case today(earliest: CalendarDate)
    case notEmpty
    case script(String)

    public var description: String {
        switch self {
        case .states(let most):
            "There are 2 to \(most) invented States to choose from: give --states in that range."
        case .years: "The world covers 1 to 50 years: give --years in that range."
        case .today(let earliest):
            "The mandate's text is not old enough then: give --today from \(earliest) on."
        case .notEmpty:
            "The database holds a record already, and a demonstration world is built in an empty one: "
                + "name another --data or --database."
        case .script(let what):
            "The demonstration's script lacks \(what): take the files that came with this program."
        }
    }
}
