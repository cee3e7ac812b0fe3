import Identity

/// The one-time address that lets a person in.
enum Invitation {
    /// Path on the site; whoever hands it on puts the site's address in front.
    static func path(_ token: Token) -> String { "/invitations/\(token.text)" }
}
