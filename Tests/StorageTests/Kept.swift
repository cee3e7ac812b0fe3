import Synchronization

/// Bytes that a sink received.
final class Kept: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    var all: [UInt8] { bytes.withLock { $0 } }

    func append(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }
}
