/// A day of the Gregorian calendar and a time of that day, to the second, of no time zone: what a cell can
/// hold.
public struct DateTime: Hashable, Sendable {
    /// 1…9999; a written cell needs 1900 or later.
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// - Returns: nil where there is no such day or time.
    public init?(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(inMonth: month, of: year),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Whether it is the first second of a day, as of dates without a time.
    public var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whole days since 1 March of the year 0, which puts the leap day at the end of its year.
    var dayNumber: Int {
        let shifted = month > 2 ? year : year - 1
        let (era, ofEra) = (shifted / 400, shifted % 400)
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
    }

    /// - Parameters:
    ///   - dayNumber: as of `dayNumber`, not negative.
    ///   - secondOfDay: 0…86,399.
    init?(dayNumber: Int, secondOfDay: Int) {
        let (era, ofEra) = (dayNumber / 146_097, dayNumber % 146_097)
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        self.init(
            era * 400 + yearOfEra + (month >= 10 ? 1 : 0), (month + 2) % 12 + 1,
            ofYear - (153 * month + 2) / 5 + 1,
            hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60)
    }
}

extension DateTime: CustomStringConvertible {
    /// As in `2023-03-30` or `2023-03-30T14:05:00`.
    public var description: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
        return isMidnight ? date : "\(date)T\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2))"
    }
}
