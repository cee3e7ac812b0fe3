extension Words {
    /// `2617 (2021), OP 12` from `S/RES/2617(2021)/OP/12`.
    public func paragraph(_ address: String) -> String {
        let parts = address.split(separator: "/").map(String.init)
        guard let mark = parts.lastIndex(where: { $0 == "OP" || $0 == "PP" }), mark > 0 else {
            return address
        }
        let steps = parts[(mark + 1)...]
        let number = (steps.first ?? "") + steps.dropFirst().map { "(\($0))" }.joined()
        let symbol = parts[..<mark].joined(separator: "/")
        return self(
            parts[mark] == "OP" ? "paragraph.operative-of" : "paragraph.preambular-of",
            ["symbol": self.symbol(symbol), "number": number])
    }

    /// `2617 (2021)` for a resolution of the Council, else the symbol.
    public func symbol(_ symbol: String) -> String {
        guard symbol.hasPrefix("S/RES/") else { return symbol }
        return String(symbol.dropFirst("S/RES/".count)).replacing("(", with: " (")
    }
}
