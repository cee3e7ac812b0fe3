import Disclosure
import Mandate

/// A request for information as a viewer sees it, with what lies under it.
public struct RequestView: Sendable {
    public let item: ItemView
    /// Its questions by number, each with the State's reply as far as it may be seen.
    public let points: [(point: ItemView, reply: ItemView?)]
    /// The more time that the State asked for, if it did.
    public let moreTime: ItemView?

    public var stage: RequestStage { item.value.flatMap(RequestStage.init(rawValue:)) ?? .draft }
    /// The last day of the State's time; nil before it is sent.
    public var dueOn: CalendarDate? { item.text("dueOn").flatMap { CalendarDate($0) } }
    public var sentOn: CalendarDate? { item.text("sentOn").flatMap { CalendarDate($0) } }
    public var answeredOn: CalendarDate? { item.text("answeredOn").flatMap { CalendarDate($0) } }
    /// Whether the State is still asked.
    public var isOpen: Bool { RequestStage.withState.contains(stage) }

    /// Whether the State's replies left its room.
    public var wasAnswered: Bool { answeredOn != nil }
    /// Whether each question has a reply, and none of them waits for its validating.
    public var isReadyToSend: Bool {
        points.allSatisfy { $0.reply != nil && $0.reply?.value != ReplyStage.toValidate.rawValue }
    }

    init(_ item: ItemView, _ under: [ItemView]) {
        let replies = Dictionary(
            under.filter { $0.type == .requestReply }.map { ($0.question, $0) }, uniquingKeysWith: { $1 })
        self.item = item
        points = under.filter { $0.type == .requestPoint }
            .sorted { (Int($0.question) ?? 0) < (Int($1.question) ?? 0) }
            .map { ($0, replies[$0.question]) }
        moreTime = under.first { $0.type == .requestTime }
    }
}

extension Reader {
    /// Requests for information, those still open first, by date.
    ///
    /// - Parameter state: of this State alone.
    public func requests(state: String? = nil) throws -> [RequestView] {
        let found = try items(.request, state: state)
        let under = Dictionary(grouping: try items(underAny: found.map(\.id)), by: \.parent)
        return found.map { RequestView($0, under[$0.id] ?? []) }.sorted { left, right in
            let (a, b) = (left.isOpen ? 0 : 1, right.isOpen ? 0 : 1)
            let (dayA, dayB) = (left.item.text("dueOn") ?? "", right.item.text("dueOn") ?? "")
            return a == b ? (dayA, left.item.id) < (dayB, right.item.id) : a < b
        }
    }

    public func request(_ id: String) throws -> RequestView? {
        try item(.request, id).map { RequestView($0, try items(under: id)) }
    }

    /// Identifiers of the requests whose last day is over, and which nobody marked yet.
    func requestsToMark() throws -> [String] {
        try items(.request).filter { request in
            guard request.value == RequestStage.sent.rawValue,
                let due = request.text("dueOn").flatMap({ CalendarDate($0) })
            else { return false }
            return due < asOf.day
        }.map(\.id)
    }
}
