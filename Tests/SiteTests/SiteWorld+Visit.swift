import HTTPTypes
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
