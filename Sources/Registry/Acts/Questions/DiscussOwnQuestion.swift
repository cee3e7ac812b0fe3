import Disclosure

/// Says something at a question to colleagues of one's own State; the Directorate never sees it.
///
/// - Performer: the State's focal point, its Mission; an official to whom the question was handed.
/// - Authority: `assessment.state`.
/// - Before: the draft was sent to the State; the case is not closed; who is named is of the State's room.
/// - After: a remark in the State's room, and on the desk of who is named or took part.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`, `question.unknown`, `handing.not-handed`,
///   `discussion.not-of-room`.
public struct DiscussOwnQuestion: Act {
    public static let kind: ActKind = "discuss-own-question"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [
        .capacity(.focalPoint), .capacity(.mission), .capacity(.contributor),
    ]
    public static let readers: EntryReaders? = [.state]
    public static let erasure = Remark.erasure
    public static let fields = Remark.fields

    let remark: Remark

    public init(_ input: Input) throws { remark = try Remark(input) }

    public func check(_ standing: Standing) throws {
        try standing.requireOwn(state: try standing.assessment(remark.assessment).state)
        if standing.performer.capacity == .contributor {
            let handed = try standing.reader.handings(of: remark.assessment.rawValue).map(\.question)
            guard handed.contains(remark.question) else { throw Refusal("handing.not-handed", .notAllowed) }
        }
        try remark.check(standing, state: standing.performer.about)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try remark.write(in: .state, to: tables, entry)
    }
}
