/// What the program ends with; the numbers are those of sysexits, but for `no`.
enum ExitStatus: Int32, Sendable {
    /// The check's answer is no, or an act was refused.
    case no = 1
    case usage = 64
    /// Unreadable or invalid input.
    case input = 65
    case noSuchFile = 66
    /// The database is out of reach.
    case unavailable = 69
    /// A fault of ours.
    case fault = 70
}
