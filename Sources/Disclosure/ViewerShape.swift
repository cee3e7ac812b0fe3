/// What of a viewer decides the text of the visible relations; all else is a parameter.
///
/// Most viewers look at today, and no grant or exclusion names them: for them the terms that could concern only
/// others are left out, so that what is left can be answered from an index alone. Leaving a term out where it may
/// matter would be a leak; keeping it where it does not only costs time.
public struct ViewerShape: Hashable, Sendable {
    public let audience: Audience
    /// Whether an earlier day is looked at.
    public var isPast = true
    /// Whether every version is looked at that stood at some time, not those of one moment.
    public var isEver = false
    /// Whether a release may name the viewer: person, State or entity.
    public var isNamed = true
    /// Whether the viewer may be of a case team.
    public var isOnTeam = true
    /// Whether an exclusion or a blindness may name the person.
    public var isExcluded = true
    /// Whether a head looks as others do.
    public var isPreview = true
    /// Whether the viewer has a State, as one of its people.
    public var hasState = true

    /// Every term that an audience can need.
    public init(_ audience: Audience) { self.audience = audience }
}
