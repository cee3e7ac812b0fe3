import Disclosure
import Record

@testable import Registry

/// Draws an act's fields from their descriptions, so that an act that is added is drawn too.
struct Drawing {
    var random: SeededRandom
    let pool: Pool
    /// The day of the act, `2024-03-15`.
    let today: String

    /// Fields of which most are right; one in a few names what is not there, or leaves something out.
    mutating func fields(of act: any Act.Type) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for field in act.fields where field.isSupplied {
            if !field.isRequired, chance(40) { continue }
            if chance(3) { continue }
            fields[field.name] = value(of: field)
        }
        return fields
    }

    /// The same fields with other words; with `codes`, other choices too.
    mutating func other(_ fields: [String: JSONValue], of act: any Act.Type, codes: Bool) -> [String:
        JSONValue]
    {
        var other = fields
        for field in act.fields where fields[field.name] != nil {
            switch field.kind {
            case .localized, .text: other[field.name] = value(of: field)
            case .line where field.isErasable: other[field.name] = value(of: field)
            case .choice where codes, .line where codes: other[field.name] = value(of: field)
            default: continue
            }
        }
        return other
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

    private mutating func value(of field: FieldDescription) -> JSONValue {
        switch field.kind {
        case .reference(let type): .string(reference(type.rawValue))
        case .references(let type):
            .array(
                Set((0..<Int.random(in: 1...2, using: &random)).map { _ in reference(type.rawValue) })
                    .sorted()
                    .map { .string($0) })
        case .localized: .object([chance(80) ? "en" : "zh-Hans": .string(words())])
        case .line where field.name == "value": .string(pick(Pool.options) ?? "")
        case .line(let most): .string(String(words().prefix(most)))
        case .text: .string(words())
        case .date: .string(today)
        case .choice(let codes): .string(pick(codes) ?? "")
        case .pack(let list): .string(code(list))
        case .email:
            .string(
                "\(pick(["a", "b", "c", "d", "e", "f"]) ?? "")\(Int.random(in: 1...40, using: &random))@example.org"
            )
        case .language: "en"
        case .symbol: .string("S/RES/\(Int.random(in: 2_000...2_400, using: &random))(2017)")
        case .timeLimit: .string(pick(["2025-12-31", "P12M from=the report", "R/P1Y"]) ?? "")
        case .version: "0000"
        case .new, .made: .null
        }
    }

    /// Mostly the last of the type; sometimes one of another type, or none at all.
    private mutating func reference(_ type: String) -> String {
        if chance(4) { return "nosuchidentifier" }
        if chance(4) { return pick(pool.objects)?.id ?? "" }
        let ids = pool.ids(type)
        return (chance(60) ? pick(ids.suffix(4)) : pick(ids)) ?? "nosuchidentifier"
    }

    private mutating func code(_ list: PackList) -> String {
        switch list {
        case .states: pick(Pool.states) ?? ""
        case .entities: pick(Pool.entities) ?? ""
        case .statesAndEntities: pick(Pool.states + Pool.entities) ?? ""
        case .themes: pick(["LEG", "CFT"]) ?? ""
        case .regions: "africa"
        case .requirements: pick(Pool.requirements) ?? ""
        case .questionnaires: "short-survey"
        case .letters: pick(["opening-notice", "letter-of-the-chair", "request-for-information"]) ?? ""
        case .questions: pick(Pool.questions) ?? ""
        }
    }

    static let vocabulary = [
        "border", "amended", "prosecutor", "custody", "financing", "draft", "secret", "canary", "ministry",
        "largely",
    ]

    private mutating func words() -> String {
        (0..<Int.random(in: 2...5, using: &random)).compactMap { _ in pick(Self.vocabulary) }
            .joined(separator: " ")
    }
}
