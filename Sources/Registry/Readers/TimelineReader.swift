import Record
import Storage

/// A step in the dialogue with a State, as far as a viewer learned of it.
public struct TimelineStep: Sendable {
    /// Identifier of the assessment.
    public let assessment: String
    /// The act that took the step.
    public let act: String
    public let at: Instant
}

extension Reader {
    /// The acts that led assessments from stage to stage, and those on what came of them, in their order: only those
    /// that this viewer sees.
    public func timeline(of assessments: [AssessmentID]) throws -> [TimelineStep] {
        try select(
            """
            SELECT object.object_id AS assessment, entry.kind AS kind, entry.at AS at
              FROM visible_entry_object AS object
              JOIN visible_entry AS entry ON entry.entry_index = object.entry_index
             WHERE object.object_type = 'assessment' AND object.object_id IN (:list)
               AND entry.kind IN ('open-assessment', 'send-draft', 'send-answers', 'send-observations',
                                  'revise-assessment', 'approve-assessment', 'submit-assessment',
                                  'return-assessment', 'circulate-paper', 'adopt-assessment', 'give-notice',
                                  'start-follow-up', 'close-assessment')
             ORDER BY entry.entry_index
            """, list: assessments.map(\.rawValue)
        ).compactMap { row in
            guard let at = Instant(try row.get("at", as: String.self)) else { return nil }
            return TimelineStep(assessment: try row.get("assessment"), act: try row.get("kind"), at: at)
        }
    }
}
