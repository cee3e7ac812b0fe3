/// Tells which number formats show a date.
///
/// Source: ECMA-376 part 1, 18.8.30 (numFmt) and 18.8.31 (numFmts).
enum NumberFormat {
    private static let time: Set<UInt8> = Set("hms".utf8)

    /// Formats that every program knows by number: dates, with and without a time of day, and those of East
    /// Asia. Times alone (18…21, 45…47) are none.
    static func isDate(builtIn number: Int) -> Bool {
        switch number {
        case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format code shows a year, a month or a day. Letters that are quoted, escaped or in brackets
    /// are none of its letters; an `m` beside hours or seconds is minutes.
    static func isDate(code: String) -> Bool {
        var letters: Set<UInt8> = []
        var bytes = code.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: ";"): return isDate(letters)
            case UInt8(ascii: "\""): _ = skip(to: UInt8(ascii: "\""), &bytes)
            case UInt8(ascii: "["):
                // [h], [mm] and [s] are amounts of time; other brackets are colours, conditions, places.
                let inside = skip(to: UInt8(ascii: "]"), &bytes)
                if inside.isSubset(of: time) { letters.insert(UInt8(ascii: "h")) }
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = bytes.next()
            default: letters.insert(byte | 0x20)
            }
        }
        return isDate(letters)
    }

    private static func isDate(_ letters: Set<UInt8>) -> Bool {
        let hasTime = letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s"))
        return letters.contains(UInt8(ascii: "y")) || letters.contains(UInt8(ascii: "d"))
            || (letters.contains(UInt8(ascii: "m")) && !hasTime)
    }

    /// - Returns: the letters passed over.
    private static func skip(to end: UInt8, _ bytes: inout String.UTF8View.Iterator) -> Set<UInt8> {
        var passed: Set<UInt8> = []
        while let byte = bytes.next(), byte != end { passed.insert(byte | 0x20) }
        return passed
    }
}
