/// One measured figure beside its target, as a row of the table that `run.sh` prints.
struct Figure {
    let name: String
    /// In words, with its unit.
    let target: String
    /// In words, with its unit.
    let measured: String
    /// Measured against what it is compared with in the same run; nil where only an absolute figure counts.
    let ratio: Double?
    let holds: Bool

    /// Tab-separated, for `run.sh`.
    var row: String {
        [name, target, measured, ratio.map { $0.plain(2) } ?? "-", holds ? "ok" : "NOT OK"].joined(
            separator: "\t")
    }
}

extension Double {
    /// With a fixed number of decimals, whatever the locale.
    func plain(_ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (self * scale).rounded()
        guard scaled.isFinite, abs(scaled) < 9e15 else { return "\(self)" }
        let whole = Int64(scaled)
        guard decimals > 0 else { return "\(whole)" }
        let digits = String(abs(whole))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (whole < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
