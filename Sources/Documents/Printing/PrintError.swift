/// Why a document was not printed.
public enum PrintError: Error, Hashable, Sendable {
    /// As many as may print or wait do so already.
    case busy
    /// It took longer, needed more memory, or has more pages than a print may.
    case tooLarge
    /// The program was ended by a signal that none of its limits sends.
    case crashed(Int32)
    /// The program failed; what it said, for the log of whoever runs the host.
    case failed(String)
}
