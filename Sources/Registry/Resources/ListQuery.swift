/// What a list is asked for.
public struct ListQuery: Sendable {
    /// By name, as in `Resource.filters`; empty strings count as absent.
    public let filters: [String: String]
    /// Identifier of the object that the page follows; nil for the first page.
    public let after: String?
    /// At most so many; nil for all.
    public let limit: Int?

    public init(filters: [String: String] = [:], after: String? = nil, limit: Int? = nil) {
        self.filters = filters.filter { !$0.value.isEmpty }
        self.after = after
        self.limit = limit
    }

    subscript(name: String) -> String? { filters[name] }
}
