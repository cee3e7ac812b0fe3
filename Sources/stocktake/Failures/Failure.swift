import Record

/// Why a command ended without having done what was asked: one sentence of what is wrong, where, and what to do.
struct Failure: Error, Sendable {
    let status: ExitStatus
    /// Stable, for programs.
    let code: String
    let message: String
    /// The line of the input, from 1.
    var line: Int?
    /// What is wrong, field by field.
    var faults: [(field: String, message: String)] = []

    init(_ status: ExitStatus, _ code: String, _ message: String, line: Int? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.line = line
    }

    /// For people: one line.
    var sentence: String {
        let fields = faults.map { "\($0.field): \($0.message)" }.joined(separator: " ")
        return fields.isEmpty ? message : "\(message) \(fields)"
    }

    /// For programs: one object.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "status": .integer(Int64(status.rawValue)), "code": .string(code), "message": .string(sentence),
        ]
        if let line { members["line"] = .integer(Int64(line)) }
        if !faults.isEmpty {
            members["errors"] = .array(
                faults.map { .object(["field": .string($0.field), "message": .string($0.message)]) })
        }
        return .object(members)
    }
}
