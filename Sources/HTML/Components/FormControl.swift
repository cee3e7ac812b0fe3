/// What a person fills a field in with.
public enum FormControl: Sendable {
    /// One thing to choose.
    public struct Option: Sendable {
        public let value: String
        public let label: String
        public let help: String?

        public init(_ value: String, _ label: String, help: String? = nil) {
            self.value = value
            self.label = label
            self.help = help
        }
    }

    public enum TextKind: Sendable {
        case plain, email, password, newPassword, number, search
    }

    case text(String, TextKind = .plain)
    case longText(String, rows: Int = 5)
    /// `2023-03-30`.
    case date(String)
    /// `2023-03`.
    case month(String)
    /// - Parameter empty: the words of the choice of nothing, if nothing may be chosen.
    case select([Option], chosen: String, empty: String?)
    case radio([Option], chosen: String)
    case checkboxes([Option], chosen: Set<String>)
    /// - Parameter accept: file types, e.g. `.txt,.pdf`.
    case file(accept: String)

    /// Several inputs under one legend, where others are one input under one label.
    var isGroup: Bool {
        switch self {
        case .radio, .checkboxes: true
        default: false
        }
    }
}
