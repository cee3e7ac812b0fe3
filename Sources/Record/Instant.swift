/// A moment: microseconds since 1970-01-01T00:00:00Z, without leap seconds. Whoever needs the present is given it.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Reads the fixed form `2026-11-24T01:57:38.123456Z`; nil for any other and for days that do not exist.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let pattern = Array("0000-00-00T00:00:00.000000Z".utf8)
        guard bytes.count == pattern.count else { return nil }
        for (byte, expected) in zip(bytes, pattern) {
            let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            guard expected == UInt8(ascii: "0") ? isDigit : byte == expected else { return nil }
        }
        func number(_ range: Range<Int>) -> Int64 {
            range.reduce(0) { $0 * 10 + Int64(bytes[$1] - UInt8(ascii: "0")) }
        }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard 1...12 ~= month, hour < 24, minute < 60, second < 60 else { return nil }
        let days = Self.days(year, month, day)
        guard Self.date(days) == (year, month, day) else { return nil }
        microseconds = ((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000 + number(20..<26)
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The moment that many microseconds later (earlier, if negative).
    public func advanced(byMicroseconds count: Int64) -> Instant {
        Instant(microseconds: microseconds + count)
    }

    /// `2026-11-24T01:57:38.123456Z`, UTC, always 27 characters: texts sort as moments do.
    ///
    /// - Precondition: the year has four digits.
    public var description: String {
        let perDay: Int64 = 86_400_000_000
        let ofDay = microseconds % perDay + (microseconds % perDay < 0 ? perDay : 0)
        let (year, month, day) = Self.date((microseconds - ofDay) / perDay)
        precondition(0...9999 ~= year, "the fixed form has four digits for the year")
        var output = [UInt8](repeating: 0, count: 27)
        func put(_ value: Int64, _ range: Range<Int>, _ separator: UInt8) {
            var rest = value
            for index in range.reversed() {
                output[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            output[range.upperBound] = separator
        }
        let seconds = ofDay / 1_000_000
        put(year, 0..<4, UInt8(ascii: "-"))
        put(month, 5..<7, UInt8(ascii: "-"))
        put(day, 8..<10, UInt8(ascii: "T"))
        put(seconds / 3600, 11..<13, UInt8(ascii: ":"))
        put(seconds / 60 % 60, 14..<16, UInt8(ascii: ":"))
        put(seconds % 60, 17..<19, UInt8(ascii: "."))
        put(ofDay % 1_000_000, 20..<26, UInt8(ascii: "Z"))
        return String(decoding: output, as: UTF8.self)
    }

    /// Days from 1970-01-01 to a Gregorian date. Years start in March here, so that February's length matters
    /// nowhere.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? month - 3 : month + 9
        let years = (month > 2 ? year : year - 1) + 400
        let dayOfYear = (153 * shifted + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468 - 146_097
    }

    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
