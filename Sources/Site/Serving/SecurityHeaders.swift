import HTTPTypes

/// On every answer: nothing inline runs, nothing comes from elsewhere, nobody frames us.
enum SecurityHeaders {
    struct Header: Sendable {
        let name: HTTPField.Name
        let value: String

        init(_ name: String, _ value: String) {
            // The names below are valid tokens, which is all that the initialiser asks.
            self.name = HTTPField.Name(name) ?? .server
            self.value = value
        }
    }

    static let all: [Header] = [
        Header(
            "content-security-policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
                + "require-trusted-types-for 'script'; trusted-types 'none'"),
        Header("x-content-type-options", "nosniff"),
        Header("referrer-policy", "same-origin"),
        Header("cross-origin-opener-policy", "same-origin"),
        Header("cross-origin-resource-policy", "same-origin"),
        Header("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ]
}
