/// What the page has to say before its content: an act's answer, a refusal, a warning of lateness.
public struct Notice: Component, Sendable {
    public enum Kind: String, Sendable {
        case plain, done, late, refused

        var icon: Icon {
            switch self {
            case .plain: .info
            case .done: .check
            case .late: .clock
            case .refused: .stop
            }
        }
    }

    let kind: Kind
    let title: String
    let text: String?
    let next: Link?

    /// - Parameter next: what to do about it, e.g. the act that takes it back.
    public init(_ kind: Kind, _ title: String, text: String? = nil, next: Link? = nil) {
        self.kind = kind
        self.title = title
        self.text = text
        self.next = next
    }

    public func write(_ html: inout HTML) {
        html.div(.class("notice " + kind.rawValue), .role(kind == .refused ? "alert" : "status")) { html in
            html.add(kind.icon)
            html.div { html in
                html.p(.class("notice-title"), text: title)
                if let text { html.p(text: text) }
                if let next { html.p { $0.add(next) } }
            }
        }
    }
}
