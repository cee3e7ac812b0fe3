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

    private static let parameters = [
        "viewer_rung", "viewer_person", "viewer_about", "viewer_people", "viewer_record", "viewer_accounts",
        "viewer_fields", "as_of",
    ]
    private let relations = RelationComposer(Relation.all)
    private let remembered = Mutex<[String: Composed]>([:])

    func compose(_ sql: String) -> Composed {
        if let known = remembered.withLock({ $0[sql] }) { return known }
        let full = relations.compose(sql)
        let composed = Composed(
            sql: full, viewerParameters: Self.parameters.filter { full.contains(":\($0)") })
        remembered.withLock { $0[sql] = composed }
        return composed
    }

    /// Spreads `:list` over as many parameters as one of a few sizes, so that the engine prepares few texts.
    static func spread(_ sql: String, _ list: [String]) -> (String, [String: any SQLConvertible]) {
        let size = [1, 8, 32, 200, 1000].first { $0 >= list.count } ?? list.count
        var values: [String: any SQLConvertible] = [:]
        for index in 0..<size { values["list_\(index)"] = list[min(index, list.count - 1)] }
        let names = (0..<size).map { ":list_\($0)" }.joined(separator: ", ")
        return (replacing(":list", in: sql, by: names), values)
    }

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
