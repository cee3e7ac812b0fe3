import Testing

@testable import Disclosure

/// A query gets the relations that it names, and those that these name, once each and in order.
@Suite struct RelationComposerTests {
    private let composer = RelationComposer([
        Relation("visible_a", "SELECT 1 AS id"), Relation("visible_b", "SELECT id FROM visible_a"),
        Relation("visible_c", "SELECT id FROM visible_b JOIN visible_a USING (id)"),
    ])

    @Test func `a query without relations stays as it is`() {
        #expect(composer.compose("SELECT 1") == "SELECT 1")
    }

    @Test func `only what is used stands in front, in an order in which each knows those before`() {
        #expect(!composer.compose("SELECT id FROM visible_b").contains("visible_c AS"))
        let full = composer.compose("SELECT id FROM visible_c JOIN visible_c AS again USING (id)")
        let places = ["visible_a", "visible_b", "visible_c"].map {
            full.firstRange(of: "\($0) AS NOT MATERIALIZED")
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0?.lowerBound } == places.compactMap { $0?.lowerBound }.sorted())
        #expect(full.ranges(of: "AS NOT MATERIALIZED").count == 3)
    }

    /// SQLite answers such a list by gathering everything that is visible first.
    @Test(arguments: Audience.allCases)
    func `no relation gathers all that another shows, it asks of one row`(audience: Audience) {
        for relation in Relation.all {
            #expect(
                !relation.sql(for: ViewerShape(audience)).contains(
                    /IN\s*\(\s*SELECT \w+(\.\w+)? FROM visible_/),
                "\(relation.name)")
        }
    }

    @Test func `a query that begins with WITH keeps its own`() {
        let full = composer.compose("WITH own AS (SELECT 2) SELECT * FROM own, visible_a")
        #expect(full.ranges(of: "WITH").count == 1 && full.contains("own AS (SELECT 2)"))
    }

    /// A relation may only name those before it: the engine knows no others.
    @Test func `each relation of the product names only base tables and relations before it`() {
        var known: Set<String> = []
        for relation in Relation.all {
            for audience in Audience.allCases {
                let names = RelationComposer.names(in: relation.sql(for: audience))
                #expect(known.isSuperset(of: names), "\(relation.name)")
            }
            known.insert(relation.name)
        }
        #expect(known.count == Relation.all.count)
    }

    /// What is shown as of a past date must not hold rows that came later.
    @Test func `each relation is bounded by the last entry that counts`() {
        for relation in Relation.all {
            for audience in Audience.allCases {
                let sql = relation.sql(for: audience)
                let isBounded = [":as_of", "visible_pack", "visible_entry"].contains { sql.contains($0) }
                #expect(isBounded, "\(relation.name)")
            }
        }
    }
}
