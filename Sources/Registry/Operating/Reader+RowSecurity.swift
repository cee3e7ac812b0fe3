import Disclosure
import Storage

extension Reader {
    /// Opens the engine's own lock for this viewer, where it has one.
    func showOwnRows() throws {
        guard connection.engine == .postgresql else { return }
        var settings = Dictionary(
            uniqueKeysWithValues: SQLComposer.parameters.map { ($0, String(describing: value(of: $0))) })
        settings["viewer_scopes"] = ""
        try connection.show(.visible(settings))
        guard (Audience.unSystem...Audience.researchers).contains(viewer.audience), !viewer.keys.isEmpty
        else {
            return
        }
        // What is open to this viewer by name: looked up once, since a policy that did so would for every row.
        let scopes = try connection.query(
            """
            SELECT scope FROM named_grant
             WHERE grantee IN (:viewer_person_key, :viewer_about_key) AND opens_at <= :now AND shuts_at > :now
            """,
            ["viewer_person_key": viewer.personKey, "viewer_about_key": viewer.aboutKey, "now": asOf.now])
        guard !scopes.isEmpty else { return }
        settings["viewer_scopes"] = try scopes.map { try $0.get("scope", as: String.self) }.joined(
            separator: " ")
        try connection.show(.visible(settings))
    }
}
