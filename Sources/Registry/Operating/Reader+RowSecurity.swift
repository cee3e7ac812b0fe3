import Disclosure
import Storage

extension Reader {
    /// Opens the engine's own lock for this viewer, where it has one.
    func showOwnRows() throws {
        guard connection.engine == .postgresql else { return }
        var settings = Dictionary(
            uniqueKeysWithValues: SQLComposer.parameters.map { ($0, String(describing: value(of: $0))) })
        settings["viewer_scopes"] = ""
        settings["viewer_closed"] = ""
        try connection.show(.visible(settings))
        // Looked up once, since a policy that did so would for every row.
        if let scopes = try openByName() { settings["viewer_scopes"] = scopes }
        if let closed = try closedCalibrations() { settings["viewer_closed"] = closed }
        if settings["viewer_scopes"] != "" || settings["viewer_closed"] != "" {
            try connection.show(.visible(settings))
        }
    }

    /// What is open to this viewer by name; nil for those who have no name that counts.
    private func openByName() throws -> String? {
        guard (Audience.unSystem...Audience.researchers).contains(viewer.audience), !viewer.keys.isEmpty
        else { return nil }
        return try connection.query(
            """
            SELECT scope FROM named_grant
             WHERE grantee IN (:viewer_person_key, :viewer_about_key) AND opens_at <= :now AND shuts_at > :now
            """,
            ["viewer_person_key": viewer.personKey, "viewer_about_key": viewer.aboutKey, "now": asOf.now]
        ).map { try $0.get("scope", as: String.self) }.joined(separator: " ")
    }

    /// Calibrations whose ratings heads may see by now; nil for others.
    private func closedCalibrations() throws -> String? {
        guard viewer.capacity == .head else { return nil }
        return try connection.query(
            """
            SELECT id FROM item
             WHERE type = 'calibration' AND value = 'closed' AND directorate_from IS NOT NULL
               AND directorate_until = 2147483647
            """
        ).map { try $0.get("id", as: String.self) }.joined(separator: " ")
    }
}
