/// A form that is sent once, with the hidden fields that guard it.
public struct FormBox: Component {
    let action: String
    let hidden: [(name: String, value: String)]
    let attributes: [Attribute]
    let hasFiles: Bool
    let content: (inout HTML) -> Void

    /// - Parameters:
    ///   - hidden: names and values, such as the token against forgery and the idempotency key.
    ///   - attributes: what script modules look for, e.g. `.data("draft", "/drafts/…")`.
    public init(
        action: String, hidden: [(name: String, value: String)], attributes: [Attribute] = [],
        hasFiles: Bool = false, content: @escaping (inout HTML) -> Void
    ) {
        self.action = action
        self.hidden = hidden
        self.attributes = attributes
        self.hasFiles = hasFiles
        self.content = content
    }

    public func write(_ html: inout HTML) {
        let own: [Attribute] = [
            .class("form"), .method("post"), .action(action), .novalidate(), .data("once"),
            .when(hasFiles, .enctype("multipart/form-data")),
        ]
        html.element("form", own + attributes) { html in
            for field in hidden { html.input(.type("hidden"), .name(field.name), .value(field.value)) }
            content(&html)
        }
    }
}
