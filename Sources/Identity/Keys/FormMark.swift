/// The hidden field that shows a form to come from our own page, in this session, for this use (protection against
/// cross-site request forgery).
public struct FormMark: Sendable {
    private let key: MessageKey

    public init(key: MessageKey) { self.key = key.derived(for: "form") }

    /// - Parameters:
    ///   - session: identifies the session; for a form before signing in, the value of its own cookie.
    ///   - form: what the form does, e.g. the act's name.
    /// - Returns: 43 characters, safe in HTML and addresses.
    public func mark(session: String, form: String) -> String {
        Base64URL.string(key.mark([session, form]))
    }

    /// Whether the field is the one made for this session and form.
    public func isGenuine(_ mark: String, session: String, form: String) -> Bool {
        guard let bytes = Base64URL.bytes(mark) else { return false }
        return key.isMark(bytes, of: [Array(session.utf8), Array(form.utf8)])
    }
}
