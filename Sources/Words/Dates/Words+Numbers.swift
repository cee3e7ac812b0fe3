extension Words {
    /// A whole number with the language's grouping, e.g. `12,408`. Not for years.
    public func number(_ number: Int) -> String {
        let separator = ownText("number.group") ?? "\u{A0}"
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { grouped += separator }
            grouped.append(digit)
        }
        return grouped
    }

    /// A share as a percentage, e.g. `62.5%`.
    ///
    /// - Parameters:
    ///   - share: 0 to 1.
    ///   - decimals: 0 to 3 places; halves are rounded away from zero.
    public func percent(_ share: Double, decimals: Int = 0) -> String {
        guard share.isFinite, abs(share) < 1_000_000 else { return "–" }
        let text = decimal(share * 100, decimals: decimals)
        return ownText("number.percent", ["value": text]) ?? "\(text)\u{A0}%"
    }

    /// A number with decimals, e.g. `0.63` or `−0.10`.
    ///
    /// - Parameter decimals: 0 to 3 places; halves are rounded away from zero.
    public func decimal(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite, abs(value) < 100_000_000 else { return "–" }
        let places = min(max(decimals, 0), 3)
        let unit = (0..<places).reduce(1) { product, _ in product * 10 }
        let scaled = Int((value * Double(unit)).rounded(.toNearestOrAwayFromZero))
        var text = scaled < 0 ? "\u{2212}" : ""
        text += number(Int(scaled.magnitude) / unit)
        if places > 0 {
            let fraction = String(Int(scaled.magnitude) % unit)
            text += (ownText("number.decimal") ?? ",")
            text += String(repeating: "0", count: places - fraction.count) + fraction
        }
        return text
    }

    /// Several things in one phrase, e.g. `Freedonia, Sylvania and Borduria`.
    public func list(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        let first = items.dropLast().joined(separator: self("list.separator"))
        return self("list.last", ["first": first, "last": last])
    }
}
