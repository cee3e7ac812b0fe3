import Disclosure
import Mandate
import Record

/// The months of the world: what falls due is kept, is late, or is missed.
struct WorldStory {
    private let duties: [DutyID: WorldScript.Duty]
    /// Due dates that were seen, so that each is decided once.
    private var seen: Set<String> = []
    private var decided: [DutyID: Int] = [:]

    init(_ duties: [DutyID: WorldScript.Duty]) { self.duties = duties }

    /// Plans a month.
    ///
    /// - Parameters:
    ///   - first: its first day, or the day on which the people begin.
    ///   - number: counts the months, from 0.
    mutating func plan(_ builder: inout WorldBuilder, from first: CalendarDate, month number: Int)
        async throws
    {
        builder.clock.move(to: builder.evening(of: first.previous))
        let head = try builder.performer("head")
        guard let person = head.person, let capacity = head.capacity else { return }
        let viewer = Registry.viewer(person: person, capacity: capacity, about: nil, builder.pack)
        let views = try await builder.registry.read(for: viewer) { try $0.duties() }
        for view in views.sorted(by: { $0.id.rawValue < $1.id.rawValue }) {
            guard view.wasConfirmed, let duty = duties[view.id], let keep = duty.keep else { continue }
            if view.normalised.isEmpty {
                try planRegular(view.id, keep, &builder, first, number)
            } else {
                try planDue(view, keep, &builder, first)
            }
        }
    }

    /// A duty without dates is kept from time to time.
    private mutating func planRegular(
        _ id: DutyID, _ keep: WorldScript.Keep, _ builder: inout WorldBuilder, _ first: CalendarDate,
        _ number: Int
    ) throws {
        let count = decided[id, default: 0]
        if let times = keep.times, count >= times { return }
        guard number % (keep.everyMonths ?? 1) == 0 else { return }
        decided[id] = count + 1
        let day = first.adding(days: Int.random(in: 1..<26, using: &builder.chance))
        let words = ["{state}": builder.stateName(at: count * 7 + 3), "{part}": String(count % 2 + 1)]
        try fulfil(id, keep, &builder, done: day, entered: day, due: nil, words)
    }

    /// What falls due within the month is decided at its beginning.
    private mutating func planDue(
        _ view: DutyView, _ keep: WorldScript.Keep, _ builder: inout WorldBuilder, _ first: CalendarDate
    ) throws {
        let horizon = first.adding(days: 40)
        for occurrence in view.occurrences
        where occurrence.fulfilledOn == nil && !occurrence.due.isEmpty && occurrence.lastDay < horizon {
            guard seen.insert("\(view.id) \(occurrence.due)").inserted else { continue }
            let count = decided[view.id, default: 0]
            decided[view.id] = count + 1
            let days: Int
            switch keep.pattern[count % keep.pattern.count] {
            case "k": days = -Int.random(in: 2..<20, using: &builder.chance)
            case "l": days = Int.random(in: 9..<45, using: &builder.chance)
            default: continue
            }
            let done = occurrence.lastDay.adding(days: days)
            let entered = max(done, first.adding(days: Int.random(in: 0..<3, using: &builder.chance)))
            let words = ["{about}": occurrence.about ?? ""]
            try fulfil(
                view.id, keep, &builder, done: min(done, entered), entered: entered, due: occurrence.due,
                words)
        }
    }

    /// A document or a meeting, and that it fulfils the duty.
    private func fulfil(
        _ duty: DutyID, _ keep: WorldScript.Keep, _ builder: inout WorldBuilder, done: CalendarDate,
        entered: CalendarDate, due: String?, _ words: [String: String]
    ) throws {
        let title = Self.title(keep.title, done, words)
        let id = builder.newID()
        let date = JSONValue.string(done.description)
        var fields: [String: JSONValue] = ["title": .string(title), "kind": .string(keep.kind)]
        if keep.isMeeting {
            fields["heldOn"] = date
            try builder.plan(
                "record-meeting", on: entered, by: "committee-secretary", fields,
                made: ["meeting": .string(id)])
        } else {
            fields["issuedOn"] = date
            fields["symbol"] = .string(
                "DEMO/\(done.year)/\(Int.random(in: 100..<1_000, using: &builder.chance))")
            try builder.plan(
                "record-document", on: entered, by: "expert", fields, made: ["document": .string(id)])
        }
        var answer: [String: JSONValue] = [
            "duty": .string(duty.rawValue), "fulfilledOn": date,
            keep.isMeeting ? "meeting" : "document": .string(id),
        ]
        if let due { answer["dueOn"] = .string(due) }
        try builder.plan(
            "fulfil-duty", on: entered, by: keep.isMeeting ? "committee-secretary" : "expert", answer)
    }

    private static func title(_ pattern: String, _ day: CalendarDate, _ words: [String: String]) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let all = words.merging(["{year}": String(day.year), "{month}": months[day.month - 1]]) { $1 }
        return all.sorted { $0.key < $1.key }.reduce(pattern) { $0.replacing($1.key, with: $1.value) }
    }
}
