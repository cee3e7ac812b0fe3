extension Relation {
    /// Items: whatever arises in a room and may be sent: the one definition of who sees them.
    ///
    /// A version stands in a room between two entries (`directorate_from` … `directorate_until`, and so for the
    /// State's and the Committee's), and is open to each step beyond the Committee between two hours. Raw answers
    /// and ratings never stand with the Committee: the table's own check sees to it (I36). `Visibility.isVisible` states
    /// the same without a database.
    public static let items: [Relation] = [
        Relation("visible_item") { seen(shape: $0) },
        // Each version that this viewer would see as of some entry: those that stood before, and are open now.
        Relation("visible_item_version") { shape in
            var ever = shape
            ever.isEver = true
            return seen(shape: ever)
        },
        // Whom a consultation heard: the named team alone, whatever their rung; never in any other relation.
        Relation(
            "visible_source",
            """
            SELECT item.id, item.entered_by, item.type, item.room, item.state, item.assessment_id, item.parent_id,
                   item.theme, item.requirement, item.question, item.author, item.value, item.body, item.note, item.detail
              FROM item
             WHERE \(isSourceVisible)
            """),
        // A link shows only where both ends do. `EXISTS` and not `IN`, here and below: SQLite would put the
        // identifiers of all visible items together first, so that each page grew with other States' answers.
        Relation(
            "visible_derivation",
            """
            SELECT source_id, derived_id, kind, entered_by FROM derivation
             WHERE derivation.entered_by <= :as_of
               AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = derivation.source_id)
               AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = derivation.derived_id)
            """),
        Relation(
            "visible_handing",
            """
            SELECT assessment_id, state, question, person_id, entered_by FROM handing
             WHERE entered_by <= :as_of AND ended_by IS NULL
               AND (state = :viewer_state OR (state = :viewer_contributes AND person_id = :viewer_person))
               AND :viewer_previews = 0
            """),
        Relation(
            "visible_withholding",
            """
            SELECT id, item_id, state, from_rung, reason, entered_by, lifted_by FROM withholding
             WHERE entered_by <= :as_of AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = withholding.item_id)
               AND (:viewer_rung <= 1 OR state = :viewer_state)
            """),
        Relation(
            "visible_opening",
            """
            SELECT id, item_id, version, state, rung, opens_at, shuts_at, ground, consulted_on, reference, entered_by, ended_by
              FROM opening
             WHERE entered_by <= :as_of AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = opening.item_id)
               AND (:viewer_rung <= 1 OR state = :viewer_state)
            """),
        Relation(
            "visible_named_grant",
            """
            SELECT id, scope, state, grantee, room, opens_at, shuts_at, entered_by FROM named_grant
             WHERE entered_by <= :as_of AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = named_grant.scope)
               AND (:viewer_rung <= 1 OR state = :viewer_state
                    OR grantee IN (:viewer_person_key, :viewer_about_key))
            """),
        Relation(
            "visible_exclusion",
            """
            SELECT person_id, assessment_id, kind, entered_by FROM exclusion
             WHERE entered_by <= :as_of AND :viewer_rung = 0 AND EXISTS (SELECT 1 FROM visible_item WHERE visible_item.id = exclusion.assessment_id)
            """),
        Relation(
            "visible_team_member",
            """
            SELECT consultation_id, person_id, entered_by FROM team_member
             WHERE entered_by <= :as_of AND ended_by IS NULL AND consultation_id IN
                   (SELECT mine.consultation_id FROM team_member AS mine
                     WHERE mine.person_id = :viewer_person AND mine.ended_by IS NULL)
            """),
    ]

    private static func seen(shape: ViewerShape) -> String {
        parts(shape).map { part in
            """
            SELECT item.id, item.entered_by, item.type, item.room, item.state, item.assessment_id, item.parent_id,
                   item.theme, item.requirement, item.question, item.author, item.value, item.body, item.note,
                   item.detail, \(reachColumns(shape))
              FROM item
             WHERE \(part)\(shape.isExcluded ? notExcluded : "")
            """
        }.joined(separator: "\nUNION ALL\n")
    }

    /// Which rows of `item` tell who was heard, for its named team.
    private static let isSourceVisible = """
        item.type = 'source' AND item.entered_by <= :as_of AND item.state <> :viewer_about AND item.parent_id IN
            (SELECT team_member.consultation_id FROM team_member
              WHERE team_member.person_id = :viewer_person AND team_member.ended_by IS NULL)
        """

    /// A conflict of interest closes the whole file.
    private static let notExcluded = """

             AND item.assessment_id NOT IN
                 (SELECT exclusion.assessment_id FROM exclusion
                   WHERE exclusion.person_id = :viewer_person AND exclusion.kind = 'file')
        """

    /// Versions that stood in a room at the last entry that counts. Of today it says what the partial indexes say,
    /// so that they answer alone.
    private static func stands(in room: Room.Kind, _ shape: ViewerShape) -> String {
        let column = room.rawValue
        let stood =
            shape.isEver
            ? "item.\(column)_from <= :as_of"
            : shape.isPast
                ? "item.\(column)_from <= :as_of AND item.\(column)_until > :as_of"
                : "item.\(column)_from IS NOT NULL AND item.\(column)_until = 2147483647"
        guard shape.isPreview, room != .directorate else { return stood }
        return "\(stood) AND (:viewer_previews = 0 OR item.directorate_from IS NOT NULL)"
    }

    /// Which rows of `item` a viewer sees, in parts that share no row: each part has an index of its own.
    private static func parts(_ shape: ViewerShape) -> [String] {
        switch shape.audience {
        case .directorate:
            return [stands(in: .directorate, shape) + (shape.isExcluded ? " AND \(notBlind)" : "")]
        case .committee: return [stands(in: .committee, shape)]
        case .public: return [open(shape, orNamed: false)]
        case .unSystem, .researchers: return outside(shape)
        case .statesAndPartners:
            guard shape.hasState else { return outside(shape) }
            let own = stands(in: .state, shape)
            return outside(shape).map { "item.state <> :viewer_state AND \($0)" } + [
                "item.state = :viewer_state AND \(own)",
                """
                item.state = :viewer_contributes AND \(own) AND \(handed)
                    AND NOT coalesce(\(open(shape, orNamed: shape.isNamed)), false)
                """,
            ]
        }
    }

    private static func outside(_ shape: ViewerShape) -> [String] {
        let opened = open(shape, orNamed: shape.isNamed)
        return shape.isOnTeam ? [opened, "\(caseTeam(shape)) AND NOT coalesce(\(opened), false)"] : [opened]
    }

    /// What an audience beyond the Committee sees is what the Committee sees, where it is open to them, or released
    /// to a named State, entity or person. A withholding closes that too.
    private static func open(_ shape: ViewerShape, orNamed: Bool) -> String {
        let column = shape.audience.column ?? ""
        // Looked at as others do, nothing of the Committee's own room is there: it opens to nobody.
        var stood = shape
        stood.isPreview = false
        let opened = "item.\(column)_opens <= :now AND item.\(column)_shuts > :now"
        let granted = """
            (\(opened)) OR (item.withheld_from > :viewer_rung AND item.id IN
                (SELECT named_grant.scope FROM named_grant
                  WHERE named_grant.grantee IN (:viewer_person_key, :viewer_about_key)
                    AND named_grant.room = 'committee'
                    AND named_grant.opens_at <= :now AND named_grant.shuts_at > :now))
            """
        guard orNamed else { return "(\(stands(in: .committee, stood)) AND (\(opened)))" }
        // Always true: by it SQLite finds the index that answers alone, which the OR hides from it.
        let found = "item.\(column)_opens <= \(Ladder.never)"
        return "(\(stands(in: .committee, stood)) AND \(found) AND (\(granted)))"
    }

    /// A case team sees what was sent to the State, until adoption.
    private static func caseTeam(_ shape: ViewerShape) -> String {
        """
        (\(stands(in: .state, shape)) AND item.withheld_from > :viewer_rung
            AND item.type IN ('assessment', 'overview', 'finding', 'recommendation')
            AND item.directorate_from IS NOT NULL AND item.assessment_id IN
            (SELECT named_grant.scope FROM named_grant
              WHERE named_grant.grantee IN (:viewer_person_key, :viewer_about_key)
                AND named_grant.room = 'state'
                AND named_grant.opens_at <= :now AND named_grant.shuts_at > :now))
        """
    }

    /// An official of a ministry sees the questions handed to them, of a case or of a request, with their answers or
    /// replies; and that case or request itself, with nothing else that lies in it.
    private static let handed = """
        (((item.type IN ('answer', 'step', 'remark', 'evidence', 'request-reply') AND item.room = 'state'
             OR item.type = 'request-point') AND item.assessment_id || '/' || item.question IN
            (SELECT handing.assessment_id || '/' || handing.question FROM handing
              WHERE handing.person_id = :viewer_person AND handing.ended_by IS NULL))
         OR (item.type IN ('assessment', 'request') AND item.id IN
            (SELECT handing.assessment_id FROM handing
              WHERE handing.person_id = :viewer_person AND handing.ended_by IS NULL)))
        """

    /// A second reader does not see what others rated, and on which files, before they rated it themselves.
    private static let notBlind = """
        NOT ((item.type = 'rating' OR item.type = 'evidence' AND item.room = 'directorate' AND item.requirement <> '')
             AND item.author <> :viewer_person
             AND item.assessment_id IN (SELECT exclusion.assessment_id FROM exclusion
                                         WHERE exclusion.person_id = :viewer_person
                                           AND exclusion.kind = 'ratings')
             AND item.assessment_id || '/' || item.requirement NOT IN
                 (SELECT reading.assessment_id || '/' || reading.requirement FROM reading
                   WHERE reading.person_id = :viewer_person))
        """

    /// How far it is open, for those who may see the whole of it.
    private static func reachColumns(_ shape: ViewerShape) -> String {
        let columns =
            Audience.outside.compactMap(\.column).flatMap { ["\($0)_opens", "\($0)_shuts"] }
            + ["withheld_from", "directorate_from", "state_from", "committee_from"]
        return columns.map { column in
            switch shape.audience {
            case .directorate, .committee: "item.\(column)"
            case .statesAndPartners where shape.hasState:
                "CASE WHEN item.state = :viewer_state THEN item.\(column) END AS \(column)"
            // A bare NULL would be text to PostgreSQL, and no number could be compared with it.
            default: "CAST(NULL AS bigint) AS \(column)"
            }
        }.joined(separator: ", ")
    }
}
