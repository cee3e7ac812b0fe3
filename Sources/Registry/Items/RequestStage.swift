/// Where a request for information stands.
public enum RequestStage: String, CaseIterable, Sendable {
    case draft, sent
    /// The date passed, and no reply was received.
    case overdue
    case answered, closed, withdrawn

    /// With the State, which may reply.
    static let withState: Set<RequestStage> = [.sent, .overdue]
}

/// Where an official's draft of a reply stands; what a focal point or a Mission writes itself needs no validating.
public enum ReplyStage: String, CaseIterable, Sendable {
    case toValidate = "to-validate"
    case validated
}
