/// A text as lines without layout: no soft hyphens, one kind of blank, blank lines noted and dropped.
struct CleanText {
    struct Line {
        /// Bytes in `CleanText.bytes`.
        var start: Int32
        var end: Int32
        /// Line of the source, from 1.
        var number: Int32
        var blankBefore: Bool
        /// Ended in a soft hyphen: the word goes on in the next line.
        var isHyphenated: Bool
    }

    var bytes: [UInt8] = []
    var lines: [Line] = []
    var warnings: [ReadingWarning] = []

    /// - Parameter source: UTF-8; other bytes are read as Windows-1252, with a warning.
    init(_ source: [UInt8]) {
        bytes.reserveCapacity(source.count)
        var sweep = Sweep()
        var index = 0
        let end = source.count
        while index < end {
            let (scalar, valid) = UTF8Walk.next(source, &index, end)
            if !valid, sweep.firstInvalid == 0 { sweep.firstInvalid = sweep.number }
            take(scalar, &sweep)
            if scalar == 0x0D, index < end, source[index] == 0x0A { index += 1 }
        }
        endLine(&sweep)
        if sweep.controls > 8, sweep.controls * 50 > source.count {
            warn(1, .notText, "this is not text: \(sweep.controls) control characters")
        } else if sweep.firstInvalid > 0 {
            warn(sweep.firstInvalid, .encoding, "not UTF-8 here; read as Windows-1252, check the characters")
        }
    }

    private struct Sweep {
        var number = 1
        var start = 0
        var blank = false
        var pendingSpace = false
        var softHyphen = false
        var firstInvalid = 0
        var controls = 0
    }

    @inline(__always)
    private mutating func take(_ scalar: UInt32, _ sweep: inout Sweep) {
        switch scalar {
        case 0x0A, 0x0D, 0x0B, 0x85, 0x2028, 0x2029:
            endLine(&sweep)
            sweep.number += 1
        case 0x0C:
            endLine(&sweep)
            sweep.blank = true
        case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            sweep.pendingSpace = true
        case 0xAD:
            sweep.softHyphen = true
        case 0..<0x20, 0x7F:
            sweep.controls += 1
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
            break
        default:
            if sweep.pendingSpace, bytes.count > sweep.start { bytes.append(0x20) }
            sweep.pendingSpace = false
            sweep.softHyphen = false
            UTF8Walk.append(scalar, to: &bytes)
        }
    }

    private mutating func endLine(_ sweep: inout Sweep) {
        if bytes.count > sweep.start {
            lines.append(
                Line(
                    start: Int32(clamping: sweep.start), end: Int32(clamping: bytes.count),
                    number: Int32(clamping: sweep.number), blankBefore: sweep.blank,
                    isHyphenated: sweep.softHyphen))
            sweep.blank = false
        } else {
            sweep.blank = true
        }
        sweep.start = bytes.count
        sweep.pendingSpace = false
        sweep.softHyphen = false
    }

    mutating func warn(_ line: Int, _ code: ReadingWarning.Code, _ message: String) {
        warnings.append(ReadingWarning(line: line, code: code, message: message))
    }
}

extension CleanText {
    /// The folded scalars of a line, at most so many from its start.
    func head(_ line: Int, _ limit: Int = 64) -> [UInt32] {
        var index = Int(lines[line].start)
        let end = Int(lines[line].end)
        var result: [UInt32] = []
        result.reserveCapacity(min(limit, end - index))
        while index < end, result.count < limit {
            result.append(Folding.fold(UTF8Walk.next(bytes, &index, end).scalar))
        }
        return result
    }

    /// The last scalar of a line that is no blank, quote, bracket or mark of a note.
    func lastMark(_ line: Int) -> UInt32 {
        lastMark(Int(lines[line].start), Int(lines[line].end))
    }

    func lastMark(_ start: Int, _ end: Int) -> UInt32 {
        var position = end
        while position > start {
            var first = position - 1
            while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
            var index = first
            let folded = Folding.fold(UTF8Walk.next(bytes, &index, position).scalar)
            if folded != 0x22, folded != 0x27, folded != 0x20, folded != Folding.nothing { return folded }
            position = first
        }
        return 0
    }

    func byteOffset(_ line: Int, scalars: Int) -> Int {
        var index = Int(lines[line].start)
        let end = Int(lines[line].end)
        var left = scalars
        while index < end, left > 0 {
            _ = UTF8Walk.next(bytes, &index, end)
            left -= 1
        }
        return index
    }

    /// Press releases print a quotation mark before every paragraph: taken off where the organ's
    /// own line has one.
    mutating func takeOffQuotes() {
        let quoted = lines.indices.contains { line in
            let head = head(line, 48)
            return head.first == 0x22 && OrganPhrase.match(Array(head.dropFirst())) != nil
        }
        guard quoted else { return }
        for line in lines.indices {
            var index = Int(lines[line].start)
            let end = Int(lines[line].end)
            guard Folding.fold(UTF8Walk.next(bytes, &index, end).scalar) == 0x22 else { continue }
            while index < end, bytes[index] == 0x20 { index += 1 }
            if index < end { lines[line].start = Int32(clamping: index) }
        }
    }

    func text(_ line: Int) -> String {
        String(decoding: bytes[Int(lines[line].start)..<Int(lines[line].end)], as: UTF8.self)
    }

    func length(_ line: Int) -> Int { Int(lines[line].end - lines[line].start) }
    func number(_ line: Int) -> Int { Int(lines[line].number) }
}
