import Mandate
import Record
import Registry
import Synchronization

/// The time and the chance of a test: both stand still until told.
final class WorldClock: Sendable {
    private let present: Mutex<Instant>
    private let random: Mutex<SeededRandom>

    init(seed: UInt64, at day: CalendarDate) {
        present = Mutex(
            Instant(startOf: day, inZone: "America/New_York").advanced(byMicroseconds: 36_000_000_000))
        random = Mutex(SeededRandom(seed: seed).stream("registry"))
    }

    /// Ten in the morning of a day, also of an earlier one.
    func move(to day: CalendarDate) {
        let morning = Instant(startOf: day, inZone: "America/New_York")
        present.withLock { $0 = morning.advanced(byMicroseconds: 36_000_000_000) }
    }

    func advance(seconds: Int64) {
        present.withLock { $0 = $0.advanced(byMicroseconds: seconds * 1_000_000) }
    }

    var surroundings: Surroundings {
        Surroundings(
            now: { self.present.withLock { $0 } },
            random: { count in self.random.withLock { $0.bytes(count) } })
    }
}
