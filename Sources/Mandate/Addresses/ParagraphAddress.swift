/// One paragraph of one resolution: `S/RES/2617(2021)/OP/2/a`, `S/RES/2617(2021)/PP/3`.
public struct ParagraphAddress: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        /// Counted from 1.
        case preambular(Int)
        /// As printed, then sub-paragraphs from the outer to the inner: `["2", "a", "i"]`.
        case operative([String])
    }

    public let resolution: Symbol
    public let place: Place

    public init(_ resolution: Symbol, preambular number: Int) {
        (self.resolution, place) = (resolution, .preambular(number))
    }

    /// - Parameter number: as a reading gives it, `2(a)(i)`; nil where it has another form.
    public init?(_ resolution: Symbol, operative number: String) {
        let parts = number.split(separator: "(", omittingEmptySubsequences: false).enumerated().map {
            $0.offset == 0 ? $0.element : ($0.element.hasSuffix(")") ? $0.element.dropLast() : "")
        }
        guard parts.allSatisfy(Self.isPart), Int(parts[0]) != nil else { return nil }
        (self.resolution, place) = (resolution, .operative(parts.map(String.init)))
    }

    /// Reads what `description` writes.
    public init?(_ text: String) {
        for (mark, isPreamble) in [("/OP/", false), ("/PP/", true)] {
            let pieces = text.splitAtLast(mark)
            guard let (front, back) = pieces, let symbol = Symbol(parsing: front) else { continue }
            self.init(symbol, isPreamble, back.split(separator: "/", omittingEmptySubsequences: false))
            return
        }
        return nil
    }

    /// Reads what `urlID` writes.
    public init?(urlID: String) {
        for (mark, isPreamble) in [("-OP-", false), ("-PP-", true)] {
            let pieces = urlID.splitAtLast(mark)
            guard let (front, back) = pieces, let symbol = Symbol(urlID: front) else { continue }
            self.init(symbol, isPreamble, back.split(separator: "-", omittingEmptySubsequences: false))
            return
        }
        return nil
    }

    private init?(_ symbol: Symbol, _ isPreamble: Bool, _ parts: [Substring]) {
        guard parts.allSatisfy(Self.isPart), let first = parts.first, let number = Int(first) else {
            return nil
        }
        if isPreamble {
            guard parts.count == 1, number > 0 else { return nil }
            place = .preambular(number)
        } else {
            place = .operative(parts.map(String.init))
        }
        resolution = symbol
    }

    private static func isPart(_ part: Substring) -> Bool {
        !part.isEmpty && part.utf8.count <= 8
            && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// `2(a)(i)`, as a reading numbers it; the plain number in the preamble.
    public var number: String {
        switch place {
        case .preambular(let number): String(number)
        case .operative(let parts): parts[0] + parts.dropFirst().map { "(\($0))" }.joined()
        }
    }

    /// For addresses on the web: `S-RES-2617-2021-OP-2-a`.
    public var urlID: String {
        switch place {
        case .preambular(let number): "\(resolution.urlID)-PP-\(number)"
        case .operative(let parts): "\(resolution.urlID)-OP-\(parts.joined(separator: "-"))"
        }
    }

    /// The paragraph that this sub-paragraph stands in; nil for a paragraph.
    public var parent: ParagraphAddress? {
        guard case .operative(let parts) = place, parts.count > 1 else { return nil }
        return ParagraphAddress(resolution, place: .operative(Array(parts.dropLast())))
    }

    private init(_ resolution: Symbol, place: Place) {
        (self.resolution, self.place) = (resolution, place)
    }
}

extension ParagraphAddress: CustomStringConvertible {
    public var description: String {
        switch place {
        case .preambular(let number): "\(resolution)/PP/\(number)"
        case .operative(let parts): "\(resolution)/OP/\(parts.joined(separator: "/"))"
        }
    }
}

extension String {
    /// The parts before and after the last occurrence of an ASCII mark.
    fileprivate func splitAtLast(_ mark: String) -> (String, String)? {
        let (all, sought) = (Array(utf8), Array(mark.utf8))
        guard all.count >= sought.count else { return nil }
        for start in stride(from: all.count - sought.count, through: 0, by: -1)
        where Array(all[start..<start + sought.count]) == sought {
            return (
                String(decoding: all[..<start], as: UTF8.self),
                String(decoding: all[(start + sought.count)...], as: UTF8.self)
            )
        }
        return nil
    }
}
