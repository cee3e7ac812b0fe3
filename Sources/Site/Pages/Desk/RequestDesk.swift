import Disclosure
import HTML
import Mandate
import Registry
import Words

/// Requests for information that wait: for the Directorate's people and for the State's.
struct RequestDesk: Sendable {
    let requests: [RequestView]
    let states: [String: LocalizedWording]
    let capacity: Capacity
    let person: String
    let languages: [String]
    let today: CalendarDate

    /// Nothing for those who have no part in requests.
    static func read(_ reader: Reader, _ languages: [String]) throws -> RequestDesk {
        let capacity = reader.viewer.capacity ?? .auditor
        let hasPart = [.expert, .head, .focalPoint, .mission].contains(capacity)
        let found = hasPart ? try reader.requests(state: reader.viewer.state) : []
        return RequestDesk(
            requests: found, states: try reader.stateNames(found.map(\.item.state)), capacity: capacity,
            person: reader.viewer.person ?? "", languages: languages, today: reader.asOf.day)
    }

    func lines(_ words: Words) -> [WorkList.Line] {
        requests.compactMap { one in
            guard let what = what(one, words) else { return nil }
            let state = states[one.item.state]?.text(in: languages)?.text ?? one.item.state
            return WorkList.Line(
                Link(words.of(state, what), href: one.item.route.path),
                about: one.item.label(languages, words),
                deadline: one.dueOn.map { words.deadline($0, today: today, isOpen: one.isOpen) })
        }
    }

    /// What whoever looks has to do about it; nil where nothing.
    private func what(_ one: RequestView, _ words: Words) -> String? {
        switch capacity {
        case .focalPoint, .mission: return one.isOpen ? words("desk.request-reply") : nil
        case .head where one.stage == .draft: return words("desk.request-send")
        // Whoever drafted it follows it up; what nobody replied to is everybody's.
        case .expert, .head:
            if one.moreTime?.value == "asked", one.isOpen { return words("desk.request-time") }
            if one.stage == .overdue { return words("desk.request-overdue") }
            if one.stage == .answered { return words("desk.request-read") }
            return one.stage == .draft && one.item.author == person ? words("desk.request-draft") : nil
        default: return nil
        }
    }
}
