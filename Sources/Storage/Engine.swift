/// The two engines that keep one behaviour.
public enum Engine: String, Sendable, CaseIterable {
    /// Embedded, one file in the data directory; the default.
    case sqlite
    /// A server, for several nodes.
    case postgresql
}
