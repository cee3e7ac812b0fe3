import Registry
import Testing

/// Rule 2: readers select from the viewer's relations alone.
@Suite struct ReaderTests {
    static let guarded = Set(Schema.record + Schema.derived + Schema.operational)

    @Test func `a reader never names a base table`() {
        let readers = SwiftSource.all.filter {
            $0.path.hasPrefix("Sources/Registry/Readers/") || $0.path.hasPrefix("Sources/Registry/Resources/")
                || ["Site", "Exchange"].contains($0.target)
        }
        #expect(readers.count > 20)
        for source in readers {
            for match in source.statements.matches(of: /\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)/) {
                if Self.guarded.contains(String(match.1)) {
                    Issue.record(
                        "\(source.path): FROM \(match.1) is banned, use visible_\(match.1), because readers see as their viewer"
                    )
                }
            }
        }
    }

    @Test func `pages and formats hold no query`() {
        for source in SwiftSource.all
        where ["Site", "Exchange", "HTML", "Words", "Mandate"].contains(source.target) {
            if source.statements.contains(/"\s*(?:SELECT|INSERT|UPDATE|DELETE)\s/) {
                Issue.record(
                    "\(source.path): SQL is banned here, use a reader, because there is one door out")
            }
        }
    }

    @Test func `every table is of one of the kinds`() {
        let all = Schema.record + Schema.derived + Schema.operational + Schema.index
        #expect(Set(all).count == all.count)
        let created = SwiftSource.all.filter { $0.path.hasPrefix("Sources/Registry/Schema/") }
            .flatMap { $0.statements.matches(of: /CREATE (?:VIRTUAL )?TABLE (\w+)/).map { String($0.1) } }
        #expect(Set(created).subtracting(all) == [])
        #expect(Set(all).subtracting(created).subtracting(["file", "file_chunk"]) == [])
    }

    /// `apply` sees no clock and no generator, `check` writes nothing.
    @Test func `an act's file reads no clock and writes only in apply`() {
        for source in SwiftSource.all where source.path.hasPrefix("Sources/Registry/Acts/") {
            for word in ["surroundings", "Instant(", "SeededRandom"] where source.code.contains(word) {
                Issue.record(
                    "\(source.path): \(word) is banned, use the entry, because replay must give the same")
            }
        }
    }
}
