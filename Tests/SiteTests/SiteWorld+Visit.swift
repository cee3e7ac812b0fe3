import Disclosure
import HTTPTypes
import Record
import Testing

@testable import Registry
@testable import Site

extension SiteWorld {
    static let form: [(HTTPField.Name, String)] = [(.contentType, "application/x-www-form-urlencoded")]

    /// - Returns: the cookie header of a new session.
    func signIn(_ row: SignIn) async throws -> [(HTTPField.Name, String)] {
        let page = try await ask(.get, "/sign-in")
        let answer = try await ask(
            .post, "/sign-in", Self.form + [(.cookie, "visit=\(page.cookies["visit"] ?? "")")],
            body: "csrf=\(page.hidden("csrf"))&email=\(FormEncoding.encode(row.email))&password="
                + FormEncoding.encode(row.password))
        let session = try #require(answer.cookies["session"])
        return [(.cookie, "session=\(session)")]
    }

    /// The header of whoever's token.
    func bearer(_ row: SignIn) -> [(HTTPField.Name, String)] { [(.authorization, "Bearer \(row.token)")] }
}

extension SiteWorld {
    /// Performs an act over the interface for programs, which must take it.
    ///
    /// - Returns: the identifier of the object of a type that the act made; empty where none is asked for.
    func perform(
        _ act: String, _ fields: [String: JSONValue], as capacity: Capacity, making type: String
    ) async throws -> String {
        let answer = try await ask(
            .post, "/api/v1/acts/\(act)", bearer(signIn(capacity)),
            body: JSONValue.object(fields).canonicalString)
        try #require(answer.status == 200, "\(act): \(answer.text)")
        let objects = try JSONValue(parsing: Array(answer.text.utf8))["objects"]?.array ?? []
        return objects.first { $0["type"]?.string == type }?["id"]?.string ?? ""
    }
}
