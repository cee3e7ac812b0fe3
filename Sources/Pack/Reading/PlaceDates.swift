extension Place {
    /// A day of the calendar, `2021-12-30`.
    func date() -> String? {
        guard let text = text(atMost: 20) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year >= 1945,
            (1...12).contains(month), (1...Month.days(in: month, of: year)).contains(day)
        else {
            note(.badDate, "\(text.quoted) is no date.", "Write a day of the calendar as 2021-12-30.")
            return nil
        }
        return text
    }
}
