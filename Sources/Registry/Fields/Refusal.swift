import Record

/// Why an act was not performed, or a thing not shown: a stable code, its kind, and the values for its words.
///
/// The words stand in the words files under the code. Values never hold what the performer may not see.
public struct Refusal: Error, Hashable, Sendable {
    /// Mapped to HTTP status in Site alone.
    public enum Kind: Hashable, Sendable {
        /// 401: no credentials, or they are no longer good.
        case notSignedIn
        /// 403: seen, but not for this capacity.
        case notAllowed
        /// 404: not there, or not visible; the two are not told apart.
        case notFound
        /// 409: not at this stage.
        case notNow
        /// 409: changed meanwhile.
        case conflict
        /// 413: larger than what is taken.
        case tooLarge
        /// 422: fields are missing or wrong.
        case incomplete
        /// 429: too many tries.
        case tooMany
        /// 503: cannot be done at the moment, for instance because the disk is full.
        case unavailable
    }

    public let code: String
    public let kind: Kind
    public let values: [String: String]
    /// For `incomplete`: what is wrong, field by field.
    public let faults: [FieldFault]
    /// For `conflict`: what stands now, who changed it.
    public let conflict: Conflict?

    public init(_ code: String, _ kind: Kind, _ values: [String: String] = [:]) {
        self.code = code
        self.kind = kind
        self.values = values
        faults = []
        conflict = nil
    }

    public init(faults: [FieldFault]) {
        code = "act.fields"
        kind = .incomplete
        values = ["count": String(faults.count)]
        self.faults = faults
        conflict = nil
    }

    init(conflict: Conflict) {
        code = conflict.changedBy == nil ? "act.conflict" : "act.conflict-by"
        kind = .conflict
        values = ["who": conflict.changedBy ?? ""]
        faults = []
        self.conflict = conflict
    }
}

/// What is wrong with one field.
public struct FieldFault: Hashable, Sendable {
    public let field: String
    public let code: String
    public let values: [String: String]

    public init(_ field: String, _ code: String, _ values: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.values = values
    }
}

/// Two people changed one thing: what stands now, and whose act it was where that may be said.
public struct Conflict: Hashable, Sendable {
    public let object: ObjectReference
    /// The performer's own view of the object as it stands now.
    public let current: JSONValue
    /// Name of the person, in the same room only.
    public let changedBy: String?
}
