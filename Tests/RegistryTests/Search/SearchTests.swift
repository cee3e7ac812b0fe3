import Record
import Storage
import Testing

@testable import Registry

/// Search finds what its reader may see, in words as in pairs of characters, in the same order on both engines.
@Suite struct SearchTests {
    private func hits(_ world: TestWorld, _ query: String, as key: String = "public") async throws -> [String]
    {
        try await world.read(as: key) { try $0.search(query) }.map { "\($0.type) \($0.id) \($0.language)" }
    }

    private func fill(_ world: TestWorld) async throws -> String {
        let what: JSONValue = ["en": "Verification of biometric archives", "zh-Hans": "核查生物特征档案"]
        let duty = try await world.confirmed(TestWorld.duty().merging(["what": what]) { $1 })
        for paragraph in ["S-RES-2617-2021-OP-16", "S-RES-2617-2021-OP-12"] {
            for number in 0..<4 {
                _ = try await world.confirmed(
                    TestWorld.duty(what: "Équal archives \(number % 2)", paragraph: paragraph))
            }
        }
        return duty
    }

    @Test(arguments: Engine.allCases)
    func `two Chinese characters find the text in either script, and a beginning finds the word`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await fill(world)
            let traditional = try await hits(world, "訪問")
            #expect(traditional.contains("paragraph S-RES-2617-2021-OP-12 zh-Hant"))
            #expect(try await hits(world, "访问") == traditional)
            for query in ["档案", "檔案", "特征档案", "biometric", "BIOMETRIC archives", "biom", "verification bio"] {
                #expect(try await hits(world, query, as: "chair").contains { $0.contains(duty) }, "\(query)")
            }
            #expect(try await hits(world, "equal", as: "chair").count { $0.hasPrefix("duty") } == 8)
            #expect(try await hits(world, "iometric", as: "chair") == [])
            #expect(try await hits(world, "bio biometric nothing", as: "chair") == [])
            #expect(try await hits(world, "Freedonia").contains("state FRD en"))
            #expect(try await hits(world, "弗里多尼亚").contains("state FRD zh-Hans"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a search finds nothing that its reader may not see`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.propose(TestWorld.duty(what: "Quokkas are counted"))
            #expect(try await hits(world, "quokkas", as: "expert") == ["duty \(duty) en"])
            for key in TestWorld.everyone + ["public"]
            where !["head", "head-two", "expert", "expert-two"].contains(key) {
                #expect(try await hits(world, "quokkas", as: key) == [], "\(key)")
            }
            try await world.perform("confirm-duty", ["duty": .string(duty)], by: "head")
            #expect(try await hits(world, "quokkas", as: "chair") == ["duty \(duty) en"])
            let fields = TestWorld.duty(what: "Wombats are counted")
                .merging(["duty": .string(duty), "reason": "x"]) { $1 }
            try await world.perform("correct-duty", fields, by: "expert")
            // The Committee's version is the confirmed one, for search as for reading.
            #expect(try await hits(world, "quokkas", as: "chair") == ["duty \(duty) en"])
            #expect(try await hits(world, "wombats", as: "chair") == [])
            #expect(try await hits(world, "wombats", as: "expert") == ["duty \(duty) en"])
            #expect(try await hits(world, "quokkas", as: "expert") == [])
            try await world.perform("withdraw-duty", ["duty": .string(duty), "reason": "x"], by: "head")
            for key in ["chair", "expert"] {
                #expect(try await hits(world, "quokkas", as: key) == [])
                #expect(try await hits(world, "wombats", as: key) == [])
            }
        }
    }

    static let queries = [
        "訪問", "访问", "反恐", "恐", "决定", "visit", "visits", "vis", "counter terrorism", "S/RES/1373", "1373",
        "archives", "equal", "報告", "united nations", "联合国", "fre", "f", "republic", "É", "\"", "'", "* OR x",
        "NOT", "a AND b", "(", ":*", "&|!", "",
    ]

    @Test func `both engines give the same hits in the same order, whatever is typed`() async throws {
        var answers: [Engine: [[String]]] = [:]
        for engine in Engine.allCases {
            answers[engine] = try await TestWorld.with(engine, seed: 30) { world in
                let duty = try await fill(world)
                var lists: [[String]] = []
                for query in Self.queries {
                    let found = try await world.read(as: "chair") { try $0.search(query, limit: 500) }
                    // Identifiers differ from world to world; what they are of does not.
                    lists.append(
                        found.map { "\($0.type) \($0.type == "duty" ? "" : $0.id) \($0.language) \($0.text)" }
                    )
                }
                #expect(!duty.isEmpty)
                return lists
            }
        }
        let (sqlite, postgresql) = (answers[.sqlite] ?? [], answers[.postgresql] ?? [])
        for (query, (one, other)) in zip(Self.queries, zip(sqlite, postgresql)) {
            #expect(one == other, "\(query)")
        }
        #expect(sqlite.count { !$0.isEmpty } > 15)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever is typed is taken as words, never as a query language`(seed: UInt64) async throws {
        try await TestWorld.with(.sqlite) { world in
            var random = SeededRandom(seed: seed)
            let pieces = [
                "\"", "'", "*", "(", ")", "NEAR", "OR", "-", ":", "^", "\\", "決", "x", " ", "\u{0}", "é", "😀",
                "½", "Ⓐ", "ﬁ",
            ]
            for _ in 0..<60 {
                let query = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                _ = try await world.read(as: "chair") { try $0.search(query) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an index made anew finds the same`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await fill(world)
            var before: [[String]] = []
            for query in Self.queries { before.append(try await hits(world, query, as: "chair")) }
            try await world.database.write { try SearchIndex.rebuild($0) }
            for (query, earlier) in zip(Self.queries, before) {
                #expect(try await hits(world, query, as: "chair") == earlier, "\(query)")
            }
        }
    }
}
