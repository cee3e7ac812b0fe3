import Record
import Registry

/// The fields of acts as they are handed to the command line.
struct ActLines {
    /// Fields and the line on which they stand, from 1.
    let objects: [(fields: [String: JSONValue], line: Int)]

    /// - Parameter bytes: one JSON object, over as many lines as it likes, or one object per line.
    /// - Throws: `Failure` 65 naming the line.
    init(bytes: [UInt8]) throws {
        if let whole = Self.whole(bytes) {
            objects = [(whole, 1)]
            return
        }
        var found: [(fields: [String: JSONValue], line: Int)] = []
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated()
        where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
            guard found.count < Registry.mostInOneTransaction else {
                throw Failure(
                    .input, "act.too-many",
                    "There are more than \(Registry.mostInOneTransaction) acts: split the file.",
                    line: position + 1)
            }
            found.append((try Self.object(Array(line), position + 1), position + 1))
        }
        guard !found.isEmpty else {
            throw Failure(
                .input, "json.empty", "The input is empty: give one JSON object with the act's fields.")
        }
        objects = found
    }

    private static func whole(_ bytes: [UInt8]) -> [String: JSONValue]? {
        do { return try JSONValue(parsing: bytes).object } catch { return nil }
    }

    private static func object(_ bytes: [UInt8], _ line: Int) throws -> [String: JSONValue] {
        do {
            let value = try JSONValue(parsing: bytes)
            guard let object = value.object else {
                throw Failure(
                    .input, "json.not-object",
                    "Line \(line) is no JSON object: give the act's fields as {…}.",
                    line: line)
            }
            return object
        } catch let error as JSONParseError {
            throw Failure(.input, "json", "Line \(line) is not JSON: \(error)", line: line)
        }
    }
}
