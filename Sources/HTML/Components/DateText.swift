/// A date in words, with its exact form for programs.
public struct DateText: Component, Sendable, Hashable {
    let text: String
    let iso: String

    /// - Parameters:
    ///   - text: in the reader's language, e.g. `30 March 2023`.
    ///   - iso: `2023-03-30`, `2022-12` where only the month is known, or an instant.
    public init(_ text: String, iso: String) {
        self.text = text
        self.iso = iso
    }

    public func write(_ html: inout HTML) {
        html.time(.datetime(iso), text: text)
    }
}
