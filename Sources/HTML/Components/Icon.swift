/// Our few signs, drawn on 16 by 16 with one pen. They stand beside words, never alone, and are silent.
public enum Icon: String, Component, Sendable, CaseIterable {
    case search, check, clock, stop, info, document, calendar, person, link, download, lock, pen

    private var path: String {
        switch self {
        case .search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14"
        case .check: "M2.5 8.5 6.2 12 13.5 4"
        case .clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.3 1.6"
        case .stop: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.6M8 11v.1"
        case .info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.4V11M8 5v.1"
        case .document: "M4 2h5.5L12.5 5v9H4zM9.2 2v3.3h3.3M6 8.3h4.5M6 11h4.5"
        case .calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.3 2v2.6M10.7 2v2.6"
        case .person:
            "M8 2.3a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM2.8 14c.5-3 2.6-4.2 5.2-4.2s4.7 1.2 5.2 4.2"
        case .link:
            "M6.8 9.2 9.2 6.8M5.4 7.2 3.6 9a2.4 2.4 0 0 0 3.4 3.4l1.8-1.8M10.6 8.8 12.4 7A2.4 2.4 0 0 0 9 3.6L7.2 5.4"
        case .download: "M8 2.3v8M4.8 7.3 8 10.4l3.2-3.1M2.8 13.5h10.4"
        case .lock: "M3.5 7h9v6.8h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2"
        case .pen: "M3 13l.7-2.9 7.2-7.2 2.2 2.2-7.2 7.2zM9.3 4.5l2.2 2.2"
        }
    }

    public func write(_ html: inout HTML) {
        html.element("svg", .class("icon"), .drawing("viewBox", "0 0 16 16"), .ariaHidden()) { html in
            html.element("path", .drawing("d", path)) { _ in }
        }
    }
}
