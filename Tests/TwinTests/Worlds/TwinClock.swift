import Mandate
import Record
import Registry
import Synchronization

/// The time and the chance of a world, which move only when told.
///
/// Before each act and each request both worlds are told the same hour and the same label, and chance begins anew
/// from the label: so the same act has the same identifiers and salts in both worlds, whatever went before.
final class TwinClock: Sendable {
    private let seed: SeededRandom
    private let present: Mutex<Instant>
    private let random: Mutex<SeededRandom>

    static let start = Instant(startOf: CalendarDate(2024, 3, 15), inZone: "America/New_York")

    init(seed: UInt64) {
        self.seed = SeededRandom(seed: seed)
        present = Mutex(Self.start)
        random = Mutex(self.seed.stream("start"))
    }

    /// - Parameter minute: since the start of the world.
    func begin(_ label: String, minute: Int64) {
        present.withLock { $0 = Self.start.advanced(byMicroseconds: minute * 60_000_000) }
        random.withLock { $0 = seed.stream(label) }
    }

    var surroundings: Surroundings {
        Surroundings(
            now: { self.present.withLock { $0 } },
            random: { count in self.random.withLock { $0.bytes(count) } })
    }
}
