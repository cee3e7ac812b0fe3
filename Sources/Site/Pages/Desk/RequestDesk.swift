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
        let hasPart = [.expert, .head, .focalPoint, .mission, .contributor].contains(capacity)
        let found = hasPart ? try reader.requests(state: reader.viewer.state) : []
        return RequestDesk(
            requests: found, states: try reader.stateNames(found.map(\.item.state)), capacity: capacity,
            person: reader.viewer.person ?? "", languages: languages, today: reader.asOf.day)
    }

    func lines(_ words: Words) -> [WorkList.Line] {
        if capacity == .contributor { return requests.flatMap { handed($0, words) } }
        return requests.compactMap { one in
            guard let what = what(one, words) else { return nil }
            let state = states[one.item.state]?.text(in: languages)?.text ?? one.item.state
            return WorkList.Line(
                Link(words.of(state, what), href: one.item.route.path),
                about: one.item.label(languages, words),
                deadline: one.dueOn.map { words.deadline($0, today: today, isOpen: one.isOpen) })
        }
    }

    /// Only what was handed out, each with the way to where it is replied to.
    private func handed(_ one: RequestView, _ words: Words) -> [WorkList.Line] {
        guard one.isOpen else { return [] }
        return one.points.map { point, reply in
            WorkList.Line(
                Link(
                    words("desk.request-handed", ["number": point.question]),
                    href: "\(one.item.route.path)#point-\(point.question)"),
                about: words(reply == nil ? "desk.question-open" : "desk.question-answered"),
                deadline: one.dueOn.map { words.deadline($0, today: today, isOpen: reply == nil) })
        }
    }

    /// What whoever looks has to do about it; nil where nothing.
    private func what(_ one: RequestView, _ words: Words) -> String? {
        switch capacity {
        case .focalPoint, .mission:
            guard one.isOpen else { return nil }
            let drafted = one.points.filter { $0.reply?.value == ReplyStage.toValidate.rawValue }.count
            return drafted == 0
                ? words("desk.request-reply") : words("desk.request-validate", ["count": drafted])
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
