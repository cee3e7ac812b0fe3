/// Something that the viewer is answered differently in two worlds that must look alike to them.
struct Difference: Sendable, CustomStringConvertible {
    let asked: String
    /// As the route is declared, which stays the same while the list of steps is shortened.
    let template: String
    /// The step that asked, where an act did; else after how many steps it was seen.
    let first: Answer
    let second: Answer

    var description: String {
        var lines = [asked]
        if first.status != second.status { lines.append("  status \(first.status) / \(second.status)") }
        if first.headers != second.headers { lines.append("  headers \(first.headers) / \(second.headers)") }
        let common = zip(first.text.utf8, second.text.utf8).prefix { $0 == $1 }.count
        lines.append("  A …\(Self.around(first.text, common))…")
        lines.append("  B …\(Self.around(second.text, common))…")
        return lines.joined(separator: "\n")
    }

    private static func around(_ text: String, _ place: Int) -> String {
        let bytes = Array(text.utf8)
        let start = max(0, place - 120)
        return String(decoding: bytes[start..<min(bytes.count, place + 180)], as: UTF8.self)
            .replacing("\n", with: " ")
    }
}
