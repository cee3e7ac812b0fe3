import Disclosure
import Mandate
import Pack
import Record
import Storage

/// One act of the catalogue, with what the pack in force says of it.
public struct DescribedAct: Sendable {
    public let name: String
    public let authority: String
    public let capacities: [String]
    /// On which it rests today; none where it is disabled.
    public let paragraphs: [String]
    /// Those that whoever performs it supplies.
    public let fields: [FieldDescription]
    /// JSON Schema of the fields.
    public let schema: JSONValue

    /// JSON Schema of what performing an act takes.
    public static func schema(of act: any Act.Type) -> JSONValue {
        let supplied = act.fields.filter(\.isSupplied)
        return .object([
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(uniqueKeysWithValues: supplied.map { ($0.name, $0.schema) })),
            "required": .array(supplied.filter(\.isRequired).map { .string($0.name) }),
        ])
    }
}

extension Registry {
    /// The catalogue as it stands today.
    public func describedActs() async throws -> [DescribedAct] {
        let now = surroundings.now()
        return try await database.read { connection in
            let pack = try self.packInForce(connection)
            let today = CalendarDate(of: now, inZone: pack?.timeZone ?? "UTC").description
            return self.catalogue.all.map { act in
                DescribedAct(
                    name: act.kind.rawValue, authority: act.authority.rawValue,
                    capacities: act.performers.compactMap {
                        if case .capacity(let one) = $0 { one.rawValue } else { nil }
                    },
                    paragraphs: pack?.authority(act.authority.rawValue, on: today) ?? [],
                    fields: act.fields.filter(\.isSupplied), schema: DescribedAct.schema(of: act))
            }
        }
    }
}
