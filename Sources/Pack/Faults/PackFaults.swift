/// Everything that is wrong with a pack, by file and line.
public struct PackFaults: Error, Sendable, Hashable, CustomStringConvertible {
    public let faults: [PackFault]

    public init(_ faults: [PackFault]) {
        self.faults = faults.sorted { ($0.file, $0.line ?? 0, $0.what) < ($1.file, $1.line ?? 0, $1.what) }
    }

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
