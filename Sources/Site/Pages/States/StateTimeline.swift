import HTML
import Mandate
import Record
import Registry
import Words

/// The dialogue with one State from left to right, a year at a time; the same as a table beneath.
struct StateTimeline: Sendable {
    /// One thing that happened, on its day.
    struct Event: Sendable {
        let day: CalendarDate
        let what: String
        /// Place of the case among the cases; nil where it is not about one.
        let route: Route
        let name: String
    }

    /// One case, from its first step to its last or to the day that is looked at.
    struct Case: Sendable {
        let assessment: AssessmentView
        let steps: [TimelineStep]
        /// What was recorded later stands where it happened.
        var days: [CalendarDate] {
            assessment.isHistoric
                ? [assessment.startedOn, assessment.adoptedOn].compactMap { $0 } : steps.compactMap(\.at.day)
        }
    }

    let cases: [Case]
    /// Days on which the State reported what it did, its follow-up was recorded, a letter went out or came in.
    let measures: [(item: ItemView, day: CalendarDate)]
    let today: CalendarDate

    private static let width = 960
    private static let left = 150
    private static let right = 16

    func write(_ html: inout HTML, _ words: Words) {
        guard let first = (cases.flatMap(\.days) + measures.map(\.day)).min() else { return }
        let axis = Axis(
            first: first.year, last: max(today.year, first.year), from: Self.left, to: Self.width - Self.right
        )
        html.div(.class("timeline"), .tabindex(0), .role("group"), .ariaLabel(words("state.timeline"))) {
            html in
            drawing(axis, &html, words)
        }
        html.details { html in
            html.summary(text: words("state.timeline-table"))
            html.add(table(words))
        }
    }

    private func drawing(_ axis: Axis, _ html: inout HTML, _ words: Words) {
        html.element(
            "svg", .drawing("viewBox", "0 0 \(Self.width) 124"), .ariaHidden()
        ) { html in
            for year in axis.years {
                let x = axis.place(of: CalendarDate(year, 1, 1))
                line(x, 18, x, 112, "year", &html)
                text("\(year)", x + 4, 12, "label", &html)
            }
            text(words("state.timeline-cases"), 0, 50, "lane", &html)
            text(words("state.timeline-measures"), 0, 96, "lane", &html)
            for (place, one) in cases.enumerated() { bar(one, axis, isAbove: place % 2 == 0, &html, words) }
            for measure in measures { dot(axis.place(of: measure.day), measure.item.type, &html) }
        }
    }

    /// A bar with a stroke at each step; names of neighbours stand above and below, so that they do not meet.
    private func bar(_ one: Case, _ axis: Axis, isAbove: Bool, _ html: inout HTML, _ words: Words) {
        guard let first = one.days.min() else { return }
        let isClosed = one.assessment.stage == .closed
        let last = isClosed ? one.days.max() ?? first : max(today, first)
        let (from, to) = (axis.place(of: first), max(axis.place(of: last), axis.place(of: first) + 3))
        rectangle(from, 38, to - from, 16, isClosed ? "bar closed" : "bar", &html)
        for day in one.days.dropFirst() {
            line(axis.place(of: day), 36, axis.place(of: day), 56, "step", &html)
        }
        let cycle = one.assessment.cycle
        let name = one.assessment.isHistoric ? "\(cycle)" : words("state.timeline-cycle", ["cycle": cycle])
        let isLate = from > Self.width - 90
        text(name, isLate ? Self.width : from, isAbove ? 32 : 70, isLate ? "label end" : "label", &html)
    }

    private func dot(_ x: Int, _ type: ItemType, _ html: inout HTML) {
        html.element(
            "circle",
            [
                .class(type == .measure ? "measure" : "status"), .drawing("cx", "\(x)"), .drawing("cy", "92"),
                .drawing("r", "5"),
            ]
        ) { _ in }
    }

    private func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ name: String, _ html: inout HTML) {
        html.element("path", [.class(name), .drawing("d", "M\(x1) \(y1)L\(x2) \(y2)")]) { _ in }
    }

    private func rectangle(
        _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ name: String, _ html: inout HTML
    ) {
        html.element("path", [.class(name), .drawing("d", "M\(x) \(y)h\(width)v\(height)h-\(width)z")]) { _ in
        }
    }

    private func text(_ text: String, _ x: Int, _ y: Int, _ name: String, _ html: inout HTML) {
        html.element("text", [.class(name), .drawing("x", "\(x)"), .drawing("y", "\(y)")]) { $0.text(text) }
    }

    /// Every step by its day: what the drawing shows, in words.
    private func table(_ words: Words) -> DataTable {
        let steps = cases.flatMap { one in
            one.steps.compactMap { step in
                step.at.day.map { day in
                    Event(
                        day: day, what: words("act.\(step.act).done"),
                        route: .stateAssessment(one.assessment.state, cycle: one.assessment.cycle),
                        name: one.assessment.title(words))
                }
            }
        }
        let recorded = cases.compactMap { one in
            one.assessment.isHistoric
                ? one.assessment.adoptedOn.map { day in
                    Event(
                        day: day, what: words("state.timeline.historic"),
                        route: .stateAssessment(one.assessment.state, cycle: one.assessment.cycle),
                        name: one.assessment.title(words))
                } : nil
        }
        let others = measures.map { measure in
            Event(
                day: measure.day, what: words("state.timeline.\(measure.item.type.rawValue)"),
                route: measure.item.route, name: words("type.\(measure.item.type.rawValue)").capitalised)
        }
        return DataTable(
            columns: [
                .init(words("state.timeline-day")), .init(words("state.timeline-what")),
                .init(words("state.timeline-of")),
            ],
            rows: (recorded + steps + others).sorted { $0.day < $1.day }.map { event in
                [
                    { $0.date(event.day, words) }, DataTable.text(event.what.capitalised),
                    DataTable.link(event.name, event.route.path),
                ]
            }, empty: words("state.no-dialogue"))
    }

    /// Days on a line from the first day of one year to the last of another.
    struct Axis {
        let first: Int
        let last: Int
        let from: Int
        let to: Int

        /// Every year, or every second, fifth, tenth, so that their names stand apart.
        var years: [Int] {
            let many = last - first + 1
            let step = [1, 2, 5, 10, 20].first { many / $0 <= 14 } ?? 50
            return Array(stride(from: first, through: last, by: step))
        }

        func place(of day: CalendarDate) -> Int {
            let start = CalendarDate(first, 1, 1)
            let whole = start.days(until: CalendarDate(last + 1, 1, 1))
            let part = min(max(start.days(until: day), 0), whole)
            return from + (to - from) * part / max(whole, 1)
        }
    }
}
