import Mandate
import Record
import Synchronization

/// The time and the chance of a world that is built: both come from its arguments.
public final class DemonstrationClock: Sendable {
    private let present: Mutex<Instant>
    private let random: Mutex<SeededRandom>

    public init(seed: UInt64) {
        present = Mutex(Instant(microseconds: 0))
        random = Mutex(SeededRandom(seed: seed).stream("registry"))
    }

    func move(to instant: Instant) { present.withLock { $0 = max($0, instant) } }

    /// For the registry in which the world is built.
    public var surroundings: Surroundings {
        Surroundings(
            now: { self.present.withLock { $0 } },
            random: { count in self.random.withLock { $0.bytes(count) } })
    }
}
