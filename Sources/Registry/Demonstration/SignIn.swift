import Record

/// How to come in as one of the demonstration's people; a row of `sign-ins.json`.
public struct SignIn: Hashable, Sendable {
    public let person: String
    public let email: String
    public let password: String
    public let capacity: String
    /// Code of the State or entity; nil where the capacity has none.
    public let about: String?
    /// For the API.
    public let token: String

    /// The form on which outside programs rely.
    public var json: JSONValue {
        .object([
            "person": .string(person), "email": .string(email), "password": .string(password),
            "capacity": .string(capacity), "about": about.map { .string($0) } ?? .null,
            "token": .string(token),
        ])
    }
}
