import Record

/// Something that somebody does, or tries to do, in both worlds or in one of them.
struct Step: Sendable {
    /// What becomes of it in the second world, if its whole effect is hidden from the viewer.
    enum Twin: Sendable {
        case alike
        case missing
        /// Done with other words.
        case other([String: JSONValue])
    }

    /// Identifiers and salts follow from it.
    let label: String
    let kind: String
    /// Who does it.
    let by: String
    let fields: [String: JSONValue]
    var twin = Twin.alike
    /// When, since the start of the world.
    let minute: Int64

    /// One line from which it can be read again.
    var line: String {
        var json: [String: JSONValue] = [
            "step": .string(label), "by": .string(by), "act": .string(kind), "fields": .object(fields),
            "minute": .integer(minute),
        ]
        switch twin {
        case .alike: break
        case .missing: json["twin"] = "missing"
        case .other(let fields): json["twin"] = .object(fields)
        }
        return JSONValue.object(json).canonicalString
    }

    init(label: String, kind: String, by: String, fields: [String: JSONValue], minute: Int64) {
        (self.label, self.kind, self.by) = (label, kind, by)
        (self.fields, self.minute) = (fields, minute)
    }

    init(line: String) throws {
        let json = try JSONValue(parsing: line)
        self.init(
            label: json["step"]?.string ?? "", kind: json["act"]?.string ?? "", by: json["by"]?.string ?? "",
            fields: json["fields"]?.object ?? [:], minute: Int64(json["minute"]?.int ?? 0))
        if let other = json["twin"]?.object { twin = .other(other) }
        if json["twin"]?.string == "missing" { twin = .missing }
    }
}
