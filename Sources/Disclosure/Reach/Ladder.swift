/// From when until when something is open to each step of the ladder beyond the Committee.
///
/// Times are microseconds since 1970. What is open to a step is open to every narrower one.
public struct Ladder: Hashable, Sendable {
    /// One step: open from `opens` on, until before `shuts`.
    public struct Interval: Hashable, Sendable {
        public let opens: Int64
        public let shuts: Int64

        public init(opens: Int64, shuts: Int64 = Ladder.never) {
            self.opens = opens
            self.shuts = shuts
        }

        /// Never open.
        public static let closed = Interval(opens: Ladder.never)

        public func holds(_ now: Int64) -> Bool { opens <= now && now < shuts }

        /// The time in which both are open.
        public func within(_ other: Interval) -> Interval {
            let (opens, shuts) = (max(opens, other.opens), min(shuts, other.shuts))
            return opens < shuts ? Interval(opens: opens, shuts: shuts) : .closed
        }
    }

    /// A time that does not come.
    public static let never = Int64.max

    /// In the order of `Audience.outside`.
    public private(set) var intervals: [Interval]

    public init(_ intervals: [Interval]) {
        precondition(intervals.count == Audience.outside.count, "one interval for each step")
        self.intervals = intervals
    }

    /// Open to nobody beyond the Committee.
    public static let closed = Ladder(Audience.outside.map { _ in .closed })

    /// Open to everybody at all times: narrows nothing.
    public static let open = Ladder(Audience.outside.map { _ in Interval(opens: .min) })

    public subscript(audience: Audience) -> Interval {
        get { audience < .unSystem ? Interval(opens: .min) : intervals[audience.rawValue - 2] }
        set { if audience >= .unSystem { intervals[audience.rawValue - 2] = newValue } }
    }

    /// Opened to an audience and every narrower one; what was open longer stays so.
    public mutating func open(to audience: Audience, _ interval: Interval) {
        for step in Audience.outside where step <= audience {
            let had = self[step]
            let joins = had.opens <= interval.shuts && interval.opens <= had.shuts && had.opens < had.shuts
            self[step] =
                joins
                ? Interval(opens: min(had.opens, interval.opens), shuts: max(had.shuts, interval.shuts))
                : interval
        }
    }

    /// Closed to every step from one on, outwards.
    public func withheld(from audience: Audience?) -> Ladder {
        guard let audience else { return self }
        var copy = self
        for step in Audience.outside where step >= audience { copy[step] = .closed }
        return copy
    }

    /// The narrower of two at each step.
    public func narrowed(by other: Ladder) -> Ladder {
        Ladder(zip(intervals, other.intervals).map { $0.within($1) })
    }

    /// The widest audience to which this is open.
    public func widest(at now: Int64) -> Audience {
        Audience.outside.last { self[$0].holds(now) } ?? .committee
    }
}
