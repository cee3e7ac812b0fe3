import Exchange
import Mandate
import Record
import Testing

/// iCalendar as RFC 5545 has it.
@Suite struct CalendarFeedTests {
    static let day = CalendarDate(2024, 2, 29)

    private func feed(_ summary: String, details: String = "S/RES/1(1946)/OP/1") -> String {
        let event = CalendarEvent(
            uid: "one@example.org", first: Self.day, last: Self.day, summary: summary, details: details,
            address: "https://example.org/duties/one")
        return CalendarFeed(
            name: summary, language: "zh-Hans", events: [event],
            at: Instant(microseconds: 1_700_000_000_000_000)
        ).text
    }

    /// The lines of a feed as a reader puts them together again, and what a value was before it was escaped.
    private func unfolded(_ text: String) -> [String] {
        // Byte by byte: a mark that joins what stands before it must not hide the fold.
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            bytes.append(byte)
            if bytes.suffix(3) == [13, 10, 32] { bytes.removeLast(3) }
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    private func value(of name: String, in text: String) -> String? {
        guard let line = unfolded(text).first(where: { $0.hasPrefix(name) }) else { return nil }
        let scalars = Array(line.unicodeScalars)
        guard let colon = scalars.firstIndex(of: ":") else { return nil }
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars[(colon + 1)...] {
            if isEscaped {
                plain.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// Characters of one to four bytes, marks that join, and all that has to be escaped.
    static let characters: [String] = [
        "a", "Z", "\u{301}", "é", "界", "決", "😀", "👩‍👩‍👧", "e\u{301}", "\\", ";", ",", "\n", ":", "\"", " ", "ع",
    ]

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `a line has at most 75 bytes, whole characters, and reads back as it was`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 0..<120, using: &random)
            let text = (0..<count).map { _ in Self.characters.randomElement(using: &random) ?? "" }.joined()
            let feed = feed(text)
            let bytes = Array(feed.utf8)
            var length = 0
            for (index, byte) in bytes.enumerated() {
                if byte == 13 { continue }
                if byte == 10 {
                    #expect(bytes[index - 1] == 13)
                    // The byte after a fold and its space begins a character.
                    if index + 2 < bytes.count, bytes[index + 1] == 32 {
                        #expect(bytes[index + 2] & 0xC0 != 0x80)
                    }
                    length = 0
                    continue
                }
                length += 1
                #expect(length <= 75)
            }
            #expect(value(of: "SUMMARY", in: feed) == text)
            #expect(value(of: "X-WR-CALNAME", in: feed) == text)
        }
    }

    @Test(arguments: 60..<80)
    func `a character that would cross the 75th byte goes whole to the next line`(length: Int) {
        let text = String(repeating: "a", count: length - 20) + "界界界"
        #expect(value(of: "SUMMARY", in: feed(text)) == text)
    }

    @Test func `line ends of every kind become one`() {
        #expect(value(of: "SUMMARY", in: feed("a\r\nb\rc\nd")) == "a\nb\nc\nd")
    }

    @Test func `a day ends before the next one begins`() {
        let lines = unfolded(feed("x"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20240229"))
        #expect(lines.contains("DTEND;VALUE=DATE:20240301"))
        #expect(lines.contains("DTSTAMP:20231114T221320Z"))
    }

    @Test func `a feed is one calendar that begins and ends`() {
        let lines = unfolded(feed("x"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == lines.filter { $0 == "END:VEVENT" }.count)
        #expect(feed("x").hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func `what is not text cannot break out of its line`() {
        let lines = unfolded(feed("x\r\nEND:VCALENDAR\u{0}\u{7}", details: "\nBEGIN:VEVENT"))
        #expect(lines.filter { $0 == "END:VCALENDAR" }.count == 1)
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
        #expect(!feed("a\u{0}b\u{7}c").unicodeScalars.contains { $0.value < 32 && $0 != "\r" && $0 != "\n" })
    }
}
