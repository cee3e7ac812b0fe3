/// Where a calibration stands.
public enum CalibrationStage: String, Hashable, Sendable {
    /// Seen by heads alone.
    case preparing
    /// Its raters rate, each blind.
    case open
    case closed, withdrawn
}

/// Where a rater of a calibration stands.
public enum SeatStage: String, Hashable, Sendable {
    case named
    /// Everything is rated; nothing changes any more.
    case handedIn = "handed-in"
    /// Somebody else rates in their place: what they gave does not count.
    case released
}
