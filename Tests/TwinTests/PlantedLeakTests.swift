import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// The comparison finds leaks of every kind that a careless change might bring.
@Suite struct PlantedLeakTests {
    @Test func `a count over everything is found`() async throws {
        try await expectFound(
            "focal-point",
            Leak { asked, answer, world, _ in
                guard asked.template == "/api/v1/findings" else { return answer }
                let all = try await world.texts("SELECT DISTINCT id FROM item WHERE type = 'finding'")
                return try answer.changing("total", to: .integer(Int64(all.count)))
            })
    }

    @Test func `a refusal that says what it found is found`() async throws {
        try await expectFound(
            "other-focal-point",
            Leak { asked, answer, world, _ in
                guard asked.body != nil, answer.status == 404, let id = asked.fields["assessment"]?.string
                else { return answer }
                let stage = try await world.texts(
                    "SELECT value FROM item WHERE id = '\(id)' ORDER BY entered_by DESC LIMIT 1")
                return try stage.first.map { try answer.changing("detail", to: .string("at stage \($0)")) }
                    ?? answer
            })
    }

    @Test func `an order by what is hidden is found`() async throws {
        try await expectFound(
            "expert",
            Leak { asked, answer, world, _ in
                guard asked.template == "/api/v1/people", answer.status == 200 else { return answer }
                let busiest = try await world.texts(
                    "SELECT person_id AS id FROM entry GROUP BY person_id ORDER BY count(*) DESC, person_id")
                return try answer.sorting { item in busiest.firstIndex(of: item["id"]?.string ?? "") ?? 0 }
            })
    }

    @Test func `a rank by how common a word is everywhere is found`() async throws {
        try await expectFound(
            "public",
            Leak { asked, answer, world, _ in
                guard asked.template == "/api/v1/search", answer.status == 200 else { return answer }
                let texts = try await world.texts("SELECT body FROM item WHERE body IS NOT NULL")
                return try answer.sorting { hit in
                    Drawing.vocabulary.filter { (hit["text"]?.string ?? "").contains($0) }
                        .reduce(0) { sum, word in sum - texts.filter { $0.contains(word) }.count }
                }
            })
    }

    @Test func `a past day that shows what was never opened is found`() async throws {
        let relations = Relation.all.map { relation in
            relation.name != "visible_item"
                ? relation
                : Relation(relation.name) { audience in
                    relation.sql(for: audience).replacing(
                        "item.un_system_opens <= :now",
                        with: "(item.un_system_opens <= :now OR :as_of < 2147483646)")
                }
        }
        try await expectFound("partner", nil, relations: relations)
    }

    @Test func `an act that is refused for what another room wrote is found`() async throws {
        try await expectFound(
            "expert",
            Leak { asked, answer, world, _ in
                guard asked.body != nil, answer.status == 200 else { return answer }
                let others = try await world.texts("SELECT id FROM entry WHERE directorate = 0")
                return others.count.isMultiple(of: 2)
                    ? answer : Answer(status: 409, headers: [], text: "somebody is writing")
            })
    }

    private func expectFound(_ viewer: String, _ leak: Leak?, relations: Relations? = nil) async throws {
        var taken = 0
        for seed in 1...12 as ClosedRange<UInt64> {
            var walk = Walk(engine: .sqlite, seed: seed, viewer: viewer, leak: leak, relations: relations)
            (walk.length, walk.requests) = (80, 6)
            let outcome = try await walk.run()
            taken += outcome.steps.count
            guard let difference = outcome.difference else { continue }
            let steps = try await walk.shrunk(outcome.steps, difference, tries: 24)
            say("planted: \(viewer) \(difference.template) after \(taken) steps, shrunk to \(steps.count)")
            return
        }
        Issue.record("the leak was not found in \(taken) steps")
    }
}

extension TwinWorld {
    /// The first column of a query over everything, as only a leak asks it.
    fileprivate func texts(_ sql: String) async throws -> [String] {
        try await database.read { connection in
            try connection.query("SELECT * FROM (\(sql)) AS found", [:]).map { row in
                for name in ["id", "value", "body"] {
                    do { return try row.get(name, as: String.self) } catch { continue }
                }
                return ""
            }
        }
    }
}

extension Asked {
    fileprivate var fields: [String: JSONValue] {
        do { return try JSONValue(parsing: body ?? "{}").object ?? [:] } catch { return [:] }
    }
}

extension Answer {
    fileprivate func changing(_ name: String, to value: JSONValue) throws -> Answer {
        guard var object = try JSONValue(parsing: text).object, object[name] != nil else { return self }
        object[name] = value
        var copy = self
        copy.text = JSONValue.object(object).canonicalString
        return copy
    }

    fileprivate func sorting(by place: (JSONValue) -> Int) throws -> Answer {
        let items = try JSONValue(parsing: text)["items"]?.array ?? []
        let ranked = items.enumerated().sorted {
            (place($0.element), $0.offset) < (place($1.element), $1.offset)
        }
        return try changing("items", to: .array(ranked.map(\.element)))
    }
}
