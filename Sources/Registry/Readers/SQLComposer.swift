import Disclosure
import Storage
import Synchronization

/// Composes each query once and remembers it: the texts are literals, so there are few.
final class SQLComposer: Sendable {
    struct Composed: Sendable {
        let sql: String
        /// Those of the viewer's parameters that the query uses.
        let viewerParameters: [String]
    }

    /// Those of the visible relations.
    static let parameters = [
        "viewer_rung", "viewer_person", "viewer_about", "viewer_people", "viewer_record", "viewer_accounts",
        "viewer_fields", "viewer_state", "viewer_contributes", "viewer_person_key", "viewer_about_key",
        "viewer_previews", "viewer_head", "as_of", "now",
    ]
    private let relations: RelationComposer
    private let remembered = Mutex<[Key: Composed]>([:])
    private let spreads = Mutex<[Spread: String]>([:])

    init(_ relations: [Relation]) { self.relations = RelationComposer(relations) }

    private struct Key: Hashable, Sendable {
        let sql: String
        let shape: ViewerShape
    }

    func compose(_ sql: String, for shape: ViewerShape) -> Composed {
        let key = Key(sql: sql, shape: shape)
        if let known = remembered.withLock({ $0[key] }) { return known }
        let full = relations.compose(sql, for: shape)
        let composed = Composed(
            sql: full, viewerParameters: Self.parameters.filter { Self.uses(full, $0) })
        remembered.withLock { $0[key] = composed }
        return composed
    }

    /// Whether a query has a parameter of that name, and not only one that begins so.
    private static func uses(_ sql: String, _ name: String) -> Bool {
        sql.ranges(of: ":\(name)").contains { range in
            let next = sql[range.upperBound...].first
            return !(next == "_" || next?.isLetter == true || next?.isNumber == true)
        }
    }

    /// Spreads `:list` over as many parameters as one of a few sizes, so that the engine prepares few texts.
    func spread(_ sql: String, _ list: [some SQLConvertible]) -> (String, [String: any SQLConvertible]) {
        let size = Self.sizes.first { $0 >= list.count } ?? list.count
        let names = size <= Self.names.count ? Self.names[..<size] : Self.names(size)[...]
        var values: [String: any SQLConvertible] = [:]
        values.reserveCapacity(size + 4)
        for (index, name) in names.enumerated() { values[name] = list[min(index, list.count - 1)] }
        let key = Spread(sql: sql, size: size)
        if let known = spreads.withLock({ $0[key] }) { return (known, values) }
        let text = Self.replacing(":list", in: sql, by: names.map { ":\($0)" }.joined(separator: ", "))
        // Beyond the usual sizes there could be any number of texts.
        if size <= Self.names.count { spreads.withLock { $0[key] = text } }
        return (text, values)
    }

    private struct Spread: Hashable, Sendable {
        let sql: String
        let size: Int
    }

    private static let sizes = [1, 8, 32, 200, 1_000]
    private static let names = names(1_000)

    private static func names(_ count: Int) -> [String] { (0..<count).map { "list_\($0)" } }

    private static func replacing(_ mark: String, in sql: String, by names: String) -> String {
        guard let range = sql.firstRange(of: "(\(mark))") else { return sql }
        return sql.replacingCharacters(in: range, with: "(\(names))")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}
