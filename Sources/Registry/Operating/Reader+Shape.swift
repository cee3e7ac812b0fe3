import Disclosure
import Storage

extension Reader {
    /// The same reader with those terms left out that cannot concern its viewer: one look-up for whoever has a name.
    func knowingShape() throws -> Reader {
        var shape = ViewerShape(viewer.audience)
        shape.isPast = asOf.isPast
        shape.isPreview = viewer.previewed != nil
        shape.hasState = viewer.state != nil || viewer.contributesTo != nil
        shape.isNamed = false
        shape.isOnTeam = false
        shape.isExcluded = false
        if !viewer.keys.isEmpty {
            let row = try connection.query(
                """
                SELECT EXISTS (SELECT 1 FROM exclusion WHERE person_id = :person) AS excluded,
                       EXISTS (SELECT 1 FROM named_grant WHERE grantee IN (:person_key, :about_key)
                                  AND room = 'committee') AS named,
                       EXISTS (SELECT 1 FROM named_grant WHERE grantee IN (:person_key, :about_key)
                                  AND room = 'state') AS team
                """,
                [
                    "person": viewer.person ?? "", "person_key": viewer.personKey,
                    "about_key": viewer.aboutKey,
                ]
            ).first
            shape.isExcluded = try row?.get("excluded", as: Bool.self) ?? true
            shape.isNamed = try row?.get("named", as: Bool.self) ?? true
            shape.isOnTeam = try row?.get("team", as: Bool.self) ?? true
        }
        return Reader(
            connection: connection, viewer: viewer, asOf: asOf, composer: composer, pack: pack, packs: packs,
            shape: shape)
    }
}
