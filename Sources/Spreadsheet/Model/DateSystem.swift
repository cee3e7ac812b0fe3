/// How a workbook counts its days.
///
/// Source: ECMA-376 part 1, 18.17.4 (dates and times).
enum DateSystem: Sendable {
    /// 1 is 1 January 1900. 60 is 29 February 1900, a day that never was, so that from 61 on all counts are
    /// one too high.
    case from1900
    /// 0 is 1 January 1904.
    case from1904

    /// Day numbers of 31 December 1899, 1 March 1900 and 1 January 1904.
    private static let (eveOf1900, marchOf1900, startOf1904) = (693_900, 693_960, 695_361)

    /// - Returns: nil where the count stands for no day, as below 1 or at the 60 of 1900.
    func date(_ serial: Double) -> DateTime? {
        guard serial >= 0, serial < 2_958_467 else { return nil }
        var days = Int(serial.rounded(.down))
        var seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        switch self {
        case .from1900:
            guard days >= 1, days != 60 else { return nil }
            return DateTime(
                dayNumber: Self.eveOf1900 + (days > 60 ? days - 1 : days), secondOfDay: seconds)
        case .from1904:
            return DateTime(dayNumber: Self.startOf1904 + days, secondOfDay: seconds)
        }
    }

    /// - Returns: nil for days before the system's first.
    func serial(_ date: DateTime) -> Double? {
        let days =
            switch self {
            case .from1900:
                date.dayNumber - Self.eveOf1900 + (date.dayNumber >= Self.marchOf1900 ? 1 : 0)
            case .from1904: date.dayNumber - Self.startOf1904
            }
        guard days >= (self == .from1900 ? 1 : 0) else { return nil }
        let seconds = date.hour * 3600 + date.minute * 60 + date.second
        return Double(days) + Double(seconds) / 86_400
    }
}
