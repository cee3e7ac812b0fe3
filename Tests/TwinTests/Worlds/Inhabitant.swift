import Disclosure
import Identity
import Registry

/// Somebody of a world, with what they come in by.
struct Inhabitant: Sendable {
    let key: String
    let capacity: Capacity?
    /// Code of the State or entity.
    let about: String?
    let person: String
    let grant: String
    /// Text of an API token, of a session, of a feed's address.
    let token: String
    let session: Token?
    let feed: String

    static let `public` = Inhabitant(
        key: "public", capacity: nil, about: nil, person: "", grant: "", token: "", session: nil, feed: "")

    var performer: ActPerformer {
        guard let capacity else { return .console(because: "Twin worlds") }
        return ActPerformer(
            person: PersonID(person), grant: GrantID(grant), capacity: capacity, about: about, via: .api)
    }

    /// As the walls know them.
    var viewer: Viewer {
        guard let capacity else { return .public }
        return Viewer(
            person: person, capacity: capacity, about: about, belongsToUNSystem: about == "UNODC")
    }

    /// Who is in every world: key, capacity, what it is about.
    static let cast: [(key: String, capacity: Capacity, about: String?)] = [
        ("head", .head, nil), ("head-two", .head, nil), ("administrator", .administrator, nil),
        ("expert", .expert, nil), ("expert-two", .expert, nil), ("committee-member", .committeeMember, nil),
        ("chair", .chair, nil), ("committee-secretary", .committeeSecretary, nil),
        ("mission", .mission, "FRD"), ("focal-point", .focalPoint, "FRD"),
        ("contributor", .contributor, "FRD"),
        ("other-mission", .mission, "SYL"), ("other-focal-point", .focalPoint, "SYL"),
        ("partner", .partner, "UNODC"), ("outside-partner", .partner, "INTERPOL"),
        ("provider", .provider, "INTERPOL"), ("researcher", .researcher, nil), ("auditor", .auditor, nil),
    ]
    static let everyone = cast.map(\.key) + ["public"]
}
