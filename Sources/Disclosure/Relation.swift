/// One `visible_…` relation: the rows of a guarded table that a viewer may see.
///
/// The SQL is the same for every viewer; who looks and as of when are its parameters, so that an engine
/// prepares each query once:
///
/// | parameter | value |
/// |---|---|
/// | `:viewer_rung` | position of the viewer's audience on the ladder, 0 (Directorate) … 5 (public) |
/// | `:viewer_person` | identifier, or the empty string |
/// | `:viewer_about` | code of State or entity, or the empty string |
/// | `:viewer_people` | 1 where everybody's account is shown |
/// | `:viewer_record` | 1 where the whole record is shown |
/// | `:viewer_accounts` | 1 where the acts about accounts are shown (administrators) |
/// | `:viewer_fields` | 1 where the fields of others' entries may be opened |
/// | `:as_of` | index of the last entry that counts |
public struct Relation: Sendable {
    /// e.g. `visible_duty`.
    public let name: String
    /// A `SELECT` over base tables and other relations.
    public let sql: String

    public init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}
