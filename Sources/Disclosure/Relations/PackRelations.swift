extension Relation {
    /// What the pack in force brings: public, like the law that it restates.
    public static let pack: [Relation] = [
        Relation(
            "visible_pack",
            """
            SELECT pack_hash, name, version, since_entry FROM pack_in_force
             WHERE since_entry <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
            """),
        Relation(
            "visible_name",
            """
            SELECT kind, code, language, name, sort_key, source FROM pack_name
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_theme",
            """
            SELECT code, position, cross_cutting FROM theme
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_requirement",
            """
            SELECT code, theme, position, certainty, force FROM requirement
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_requirement_paragraph",
            """
            SELECT requirement, paragraph, position FROM requirement_paragraph
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_state",
            """
            SELECT code, m49 FROM state
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_region",
            """
            SELECT code, kind, position FROM region
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_region_member",
            """
            SELECT region, state, uncertain FROM region_member
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_entity",
            """
            SELECT code, un_system, compact FROM entity
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_questionnaire",
            """
            SELECT code, version, scale, position FROM questionnaire
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_questionnaire_edition",
            """
            SELECT code, version, pack_hash, adopted_on, reference, since_entry,
                   CASE WHEN until_entry <= :as_of THEN withdrawn_on END AS withdrawn_on,
                   CASE WHEN until_entry <= :as_of THEN withdrawn_reference END AS withdrawn_reference
              FROM questionnaire_edition
             WHERE since_entry <= :as_of
            """),
        Relation(
            "visible_questionnaire_option",
            """
            SELECT questionnaire, code, position, outside FROM questionnaire_option
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_question",
            """
            SELECT code, questionnaire, theme, position, kind, sensitive, parent, visited, matters,
                   condition_question, condition_options
              FROM question
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_question_choice",
            """
            SELECT question, code, position FROM question_choice
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
        Relation(
            "visible_question_requirement",
            """
            SELECT question, requirement, position FROM question_requirement
             WHERE pack_entry = (SELECT since_entry FROM visible_pack)
            """),
    ]
}
