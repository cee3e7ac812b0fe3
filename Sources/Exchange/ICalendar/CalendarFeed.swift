import Mandate
import Record

/// A calendar as programs subscribe to it (RFC 5545).
public struct CalendarFeed: Sendable {
    public let name: String
    /// Tag of the language that the texts are in.
    public let language: String
    public let events: [CalendarEvent]
    /// When it was made.
    public let at: Instant

    public init(name: String, language: String, events: [CalendarEvent], at: Instant) {
        self.name = name
        self.language = language
        self.events = events
        self.at = at
    }

    /// The text, in lines of at most 75 bytes that end with CR LF.
    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stocktake//Stocktake 1//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME;LANGUAGE=\(language):\(Self.escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        ]
        for event in events { lines += Self.lines(of: event, stamp: stamp, language) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func lines(of event: CalendarEvent, stamp: String, _ language: String) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(stamp)",
            "DTSTART;VALUE=DATE:\(compact(event.first))",
            // The end is the first day that no longer belongs to it.
            "DTEND;VALUE=DATE:\(compact(event.last.next))",
            "SUMMARY;LANGUAGE=\(language):\(escaped(event.summary))",
            "DESCRIPTION;LANGUAGE=\(language):\(escaped(event.details))", "URL:\(event.address)",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// `20261124T015738Z` from the fixed form of an instant.
    private var stamp: String {
        let text = at.description
        return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static func compact(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Text as RFC 5545, 3.3.11, has it.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isAfterReturn = false
        // Scalars, not characters: a mark after a comma must not hide the comma.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += ["\\", scalar]
            case "\n" where isAfterReturn: break
            case "\n", "\r": escaped += ["\\", "n"]
            case "\t": escaped.append(scalar)
            default: if scalar.properties.generalCategory != .control { escaped.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(escaped)
    }

    /// Folds a line after 75 bytes, never inside a character (3.1).
    private static func folded(_ line: String) -> String {
        var folded = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded
    }
}
