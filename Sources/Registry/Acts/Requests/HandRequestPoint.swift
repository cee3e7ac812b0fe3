import Disclosure
import Storage

/// Hands one question of a request to an official of a ministry, in the State's room.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `request.reply`.
/// - Before: the request is with the State; the official contributes for this State and does not have the question yet.
/// - After: the official sees the request's subject and dates, this question and their own State's reply to it; no other
///   question of it, and no other reply.
/// - Refuses: `request.not-at-stage`, `state.not-own`, `handing.not-contributor`, `request.handed-already`.
public struct HandRequestPoint: Act {
    public static let kind: ActKind = "hand-request-point"
    public static let authority: Authority = "request.reply"
    public static let performers = Performer.ofState
    public static let readers: EntryReaders? = [.state]

    public let point: Identifier<Kind.RequestPoint>
    public let person: PersonID

    public enum Fields {
        static let point = Field<Identifier<Kind.RequestPoint>>("point", .reference(Kind.RequestPoint.type))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
    }
    public static let fields: [FieldDescription] = [Fields.point.description, Fields.person.description]

    public init(_ input: Input) throws {
        point = try input[Fields.point]
        person = try input[Fields.person]
    }

    public func check(_ standing: Standing) throws {
        let asked = try standing.item(.requestPoint, point.rawValue)
        try standing.requireOwn(state: asked.state)
        _ = try standing.request(Identifier(asked.parent), at: RequestStage.withState)
        try standing.requireContributor(person, of: asked.state)
        let holders = try standing.reader.handings(of: asked.parent).filter { $0.question == asked.question }
        guard !holders.contains(where: { $0.person == person.rawValue }) else {
            throw Refusal("request.handed-already", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: point.rawValue)
        try tables.hand(place.question, of: place.assessment, in: place.state, to: person, entry)
    }
}
