/// One requirement of an assessment with what each reader made of it; none of the three overwrites another.
public struct RatingRow: Sendable {
    public let requirement: String
    public let first: ItemView?
    public let second: ItemView?
    /// What a head settled where the readers differed.
    public let settled: ItemView?

    public init(requirement: String, first: ItemView?, second: ItemView?, settled: ItemView?) {
        self.requirement = requirement
        (self.first, self.second, self.settled) = (first, second, settled)
    }

    /// Whether two readers differ and nobody settled it since either rated.
    public var isOpen: Bool {
        guard let first, let second, first.value != second.value else { return false }
        return (settled?.enteredBy ?? -1) < max(first.enteredBy, second.enteredBy)
    }

    /// The one that counts: what was settled, else the first reader's, else the second's.
    public var counting: ItemView? { settled ?? first ?? second }

    /// Ratings by requirement, in the order of their codes.
    public static func rows(_ items: [ItemView]) -> [RatingRow] {
        Dictionary(grouping: items.filter { $0.type == .rating }, by: \.requirement)
            .sorted { $0.key < $1.key }.map { requirement, ratings in
                // Where a second reader took over from another, the later one stands.
                func of(_ reader: String) -> ItemView? {
                    ratings.filter { $0.text("reader") == reader }.max { $0.enteredBy < $1.enteredBy }
                }
                return RatingRow(
                    requirement: requirement, first: of("first"), second: of("second"), settled: of("settled")
                )
            }
    }
}
