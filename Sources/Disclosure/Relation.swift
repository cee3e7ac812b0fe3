/// One `visible_…` relation: the rows of a guarded table that a viewer may see.
///
/// The SQL depends on the viewer's shape alone; who looks and as of when are its parameters, so that an engine
/// prepares each query a few times at the most:
///
/// | parameter | value |
/// |---|---|
/// | `:viewer_rung` | position of the viewer's audience on the ladder, 0 (Directorate) … 5 (public) |
/// | `:viewer_person` | identifier, or the empty string |
/// | `:viewer_about` | code of State or entity, or the empty string |
/// | `:viewer_state` | code of the State whose room the viewer shares, or the empty string |
/// | `:viewer_contributes` | code of the State for which the viewer answers questions, or the empty string |
/// | `:viewer_person_key`, `:viewer_about_key` | as named grants name them: `person:…`, `state:…`, `entity:…` |
/// | `:viewer_previews` | 1 where a head looks as others do: of rooms, only what was sent |
/// | `:viewer_head` | 1 for a head of the Directorate |
/// | `:viewer_people` | 1 where everybody's account is shown |
/// | `:viewer_record` | 1 where the whole record is shown: envelopes, to auditors |
/// | `:viewer_accounts` | 1 where the acts about accounts are shown (administrators) |
/// | `:viewer_fields` | 1 where the fields of others' entries may be opened |
/// | `:as_of` | index of the last entry that counts |
/// | `:now` | the hour of reading, microseconds since 1970 |
public struct Relation: Sendable {
    /// e.g. `visible_duty`.
    public let name: String
    private let text: @Sendable (ViewerShape) -> String

    public init(_ name: String, _ sql: String) {
        self.name = name
        text = { _ in sql }
    }

    /// - Parameter sql: the rows for a viewer of some shape.
    public init(_ name: String, for sql: @escaping @Sendable (ViewerShape) -> String) {
        self.name = name
        text = sql
    }

    /// A `SELECT` over base tables and other relations.
    public func sql(for shape: ViewerShape) -> String { text(shape) }

    /// The same with every term that an audience can need.
    public func sql(for audience: Audience) -> String { text(ViewerShape(audience)) }
}
