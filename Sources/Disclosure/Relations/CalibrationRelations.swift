extension Relation {
    /// What of a calibration does not stand in the Directorate's room: what heads prepare, with the case from which the
    /// texts are drawn; and what raters made of the texts. `Visibility.isPartVisible` states the same.
    ///
    /// A rating is its rater's alone; once the exercise is closed heads see it too. Other raters never do: they see how
    /// many gave which value, which stands on the text.
    public static let calibrations: [Relation] = [
        Relation(
            "visible_calibration_part",
            """
            SELECT item.id, item.entered_by, item.type, item.room, item.state, item.assessment_id, item.parent_id,
                   item.theme, item.requirement, item.question, item.author, item.value, item.body, item.note,
                   item.detail, CAST(NULL AS bigint) AS withheld_from
              FROM item
             WHERE item.type IN ('calibration', 'calibration-unit', 'calibration-rating')
               AND item.entered_by <= :as_of AND item.directorate_until > :as_of
               AND (item.directorate_from IS NULL OR item.directorate_from > :as_of)
               AND :viewer_rung = 0 AND :viewer_previews = 0
               AND CASE WHEN item.type <> 'calibration-rating' THEN :viewer_head = 1
                        ELSE item.author = :viewer_person
                             OR (:viewer_head = 1 AND item.assessment_id IN
                                 (SELECT exercise.id FROM item AS exercise
                                   WHERE exercise.type = 'calibration' AND exercise.value = 'closed'
                                     AND exercise.directorate_from <= :as_of
                                     AND exercise.directorate_until > :as_of)) END
            """)
    ]
}
