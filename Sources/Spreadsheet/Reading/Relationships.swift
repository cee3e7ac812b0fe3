/// The relationships of a part: which other parts it names, by identifier.
///
/// Source: ECMA-376 part 2, 6.5.
final class Relationships: XMLHandler {
    struct Target {
        /// The last step of the relationship's type, such as `worksheet`.
        let kind: String
        /// Lower-case name of the part.
        let part: String
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: [Substring]

    /// - Parameter part: name of the part whose relationships these are; empty for the package's own.
    init(of part: String) {
        folder = part.split(separator: "/").dropLast()
    }

    /// The part that holds the relationships of another.
    static func name(for part: String) -> String {
        let steps = part.split(separator: "/")
        return (steps.dropLast() + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        // What lies outside the package is never looked at.
        guard name == "Relationship", attributes["TargetMode"] != "External",
            let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
            let part = resolve(target)
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        targets[id] = Target(kind: kind, part: part.lowercased())
    }

    func first(_ kind: String) -> String? {
        targets.values.filter { $0.kind == kind }.map(\.part).min()
    }

    /// - Returns: nil for what would lead out of the package.
    private func resolve(_ target: String) -> String? {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                if steps.popLast() == nil { return nil }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
