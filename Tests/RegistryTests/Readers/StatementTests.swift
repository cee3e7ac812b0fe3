import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Reading costs the same statements however many rows there are, and one object never costs a whole table.
@Suite struct StatementTests {
    /// Statements of every list and of the first object of every list, by resource.
    private func counts(_ world: TestWorld) async throws -> [String: Int] {
        try await world.read(as: "head") { reader in
            var counts: [String: Int] = [:]
            for resource in Resource.all {
                var before = reader.connection.statementCount
                let items = try resource.listing(reader, ListQuery(limit: 20)).items
                counts["\(resource.name) list"] = reader.connection.statementCount - before
                before = reader.connection.statementCount
                guard let id = items.first?["id"]?.string else {
                    // The Committee's room: a head sees none.
                    #expect(resource.name == "circulations", "\(resource.name) is empty")
                    continue
                }
                #expect(try resource.item(reader, id) != nil, "\(resource.name)")
                counts["\(resource.name) one"] = reader.connection.statementCount - before
            }
            var before = reader.connection.statementCount
            _ = try reader.entries(limit: 20)
            counts["entries"] = reader.connection.statementCount - before
            before = reader.connection.statementCount
            _ = try reader.search("report")
            counts["search"] = reader.connection.statementCount - before
            return counts
        }
    }

    /// That many more of everything that grows.
    private func grow(_ world: TestWorld, _ count: Int, _ round: Int) async throws {
        let objects = try await relative(world)
        for start in stride(from: 0, to: count, by: 100) {
            var calls: [ActCall] = []
            for number in start..<min(start + 100, count) {
                let name = "\(round)-\(number)"
                calls.append(
                    ActCall(
                        "add-person",
                        ["name": .string(name), "email": .string("p\(name)@example.org"), "language": "en"],
                        by: world.performer("administrator")))
                calls.append(
                    ActCall("propose-duty", TestWorld.duty(what: name), by: world.performer("expert")))
                calls.append(
                    ActCall(
                        "record-document",
                        ["title": .string(name), "kind": "report", "issuedOn": "2024-03-01"],
                        by: world.performer("expert")))
                calls.append(
                    ActCall(
                        "record-meeting", ["title": .string(name), "kind": "other", "heldOn": "2024-03-01"],
                        by: world.performer("expert")))
                calls.append(
                    ActCall(
                        "record-duty-event",
                        ["duty": .string(objects), "occurredOn": "2024-03-01", "about": .string(name)],
                        by: world.performer("expert")))
                calls.append(
                    ActCall(
                        "register-resolution",
                        [
                            "symbol": .string("S/RES/\(round * 1_000 + number + 1)(1990)"),
                            "adoptedOn": "1990-01-01", "title": .string(name), "source": "x",
                        ], by: world.performer("expert")))
            }
            _ = try await world.registry.perform(all: calls)
        }
    }

    private func relative(_ world: TestWorld) async throws -> String {
        try await world.confirmed(TestWorld.duty(kind: "relative", limit: "P12M from=x"))
    }

    @Test(arguments: Engine.allCases)
    func `statements of every list and object are constant in the number of rows`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            try await TestCase(world, through: .drafted, state: "ALD").perform(
                "record-finding",
                ["requirement": "LEG1", "sort": "good-practice", "text": TestCase.text("A register")],
                by: "expert")
            try await grow(world, 5, 0)
            let few = try await counts(world)
            try await grow(world, 195, 1)
            let many = try await counts(world)
            #expect(few == many)
            #expect(many.values.allSatisfy { $0 <= 10 })
        }
    }

    /// Queries that read one object or one page of it, as the readers say them.
    static let lookups = [
        "SELECT * FROM visible_duty WHERE id = 'x'", "SELECT * FROM visible_paragraph WHERE id = 'x'",
        "SELECT * FROM visible_paragraph_text WHERE paragraph_id = 'x'",
        "SELECT * FROM visible_citation WHERE paragraph_id = 'x'",
        "SELECT * FROM visible_citation WHERE symbol = 'x'",
        "SELECT * FROM visible_time_limit WHERE paragraph_id = 'x'",
        "SELECT * FROM visible_resolution WHERE id = 'x'",
        "SELECT * FROM visible_resolution_text WHERE resolution_id IN ('x')",
        "SELECT * FROM visible_duty_event WHERE duty_id IN ('x')",
        "SELECT * FROM visible_duty_fulfilment WHERE duty_id IN ('x')",
        "SELECT * FROM visible_document WHERE id = 'x'", "SELECT * FROM visible_meeting WHERE id = 'x'",
        "SELECT * FROM visible_divergence WHERE id = 'x'", "SELECT * FROM visible_person WHERE id = 'x'",
        "SELECT * FROM visible_capacity WHERE id = 'x'", "SELECT * FROM visible_entry WHERE id = 'x'",
        "SELECT * FROM visible_entry WHERE entry_index < 9 ORDER BY entry_index DESC LIMIT 20",
        "SELECT * FROM visible_entry_object WHERE entry_index BETWEEN 1 AND 2",
        "SELECT * FROM visible_entry_object WHERE object_type = 'x' AND object_id = 'y'",
        "SELECT * FROM visible_entry_fields WHERE entry_index BETWEEN 1 AND 2",
        "SELECT * FROM visible_erasure WHERE id = 'x'", "SELECT * FROM visible_requirement WHERE code = 'x'",
        "SELECT * FROM visible_state WHERE code = 'x'",
        "SELECT * FROM visible_question WHERE code = 'x'",
        "SELECT * FROM visible_question WHERE questionnaire = 'x' ORDER BY position",
        "SELECT * FROM visible_question_requirement WHERE question IN ('x')",
        "SELECT * FROM visible_question_requirement WHERE requirement = 'x'",
        "SELECT * FROM visible_questionnaire WHERE code = 'x'",
        "SELECT name FROM visible_name WHERE kind = 'x' AND code = 'y'",
        "SELECT max(normalised) FROM visible_term WHERE resolution_id = 'x'",
    ]

    @Test(arguments: ["head", "mission", "committee-member", "researcher", "public"])
    func `one item is found by its identifier, not among all of its type`(key: String) async throws {
        try await TestWorld.with(.sqlite) { world in
            let one = try await TestCase(world, through: .opened)
            let id = one.findings[1]
            let found = try await world.read(as: key) { try $0.item(.finding, id)?.id }
            #expect(try await world.read(as: key) { try $0.item(.rating, id)?.id } == nil)
            let sees = try await world.read(as: key) { try $0.sees(Kind.Finding.type, id) }
            #expect(sees == (found != nil))
            let sql = [
                "SELECT * FROM visible_item WHERE id = 'x'",
                "SELECT 1 AS found FROM visible_item WHERE id = 'x' AND type || '' = 'finding'",
            ]
            for statement in sql {
                let plan = try await world.read(as: key) { reader in
                    let composed = reader.composer.compose(statement, for: reader.shape)
                    let bound = Dictionary(
                        uniqueKeysWithValues: composed.viewerParameters.map { ($0, 1 as any SQLConvertible) })
                    return try reader.connection.query("EXPLAIN QUERY PLAN \(composed.sql)", bound)
                        .map { try $0.get("detail", as: String.self) }
                }
                let ofItems = plan.filter { $0.contains(" item ") }
                #expect(
                    !ofItems.isEmpty && ofItems.allSatisfy { $0.contains("(id=?") }, "\(plan)")
            }
        }
    }

    @Test(arguments: lookups)
    func `reading one object never scans a table`(sql: String) async throws {
        try await TestWorld.with(.sqlite) { world in
            let plan = try await world.read(as: "head") { reader in
                let composed = reader.composer.compose(sql, for: reader.shape)
                var bound: [String: any SQLConvertible] = ["viewer_person": "p", "viewer_about": "FRD"]
                for name in composed.viewerParameters where bound[name] == nil { bound[name] = 1 }
                return try reader.connection.query("EXPLAIN QUERY PLAN \(composed.sql)", bound)
                    .map { try $0.get("detail", as: String.self) }
            }
            // The pack in force is one row of a few.
            let scans = plan.filter {
                $0.hasPrefix("SCAN") && !$0.contains("pack_in_force") && !$0.contains("CONSTANT")
            }
            let isWalk = sql.contains("ORDER BY entry_index DESC")
            #expect(scans == [] || isWalk, "\(plan.joined(separator: "\n"))")
        }
    }
}
