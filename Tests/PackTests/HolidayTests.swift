import Pack
import Testing

@Suite struct HolidayTests {
    let holidays: [Pack.Holiday]

    init() throws { holidays = try RealPack.pack.get().holidays }

    @Test func `each year from 2022 to 2029 has nine holidays, in order and in two languages`() {
        #expect(holidays.count == 8 * 9)
        #expect(holidays.map(\.on) == holidays.map(\.on).sorted())
        for (name, count) in Dictionary(grouping: holidays, by: { $0.name("en") }).mapValues(\.count) {
            #expect(count == 8, "\(name)")
        }
        #expect(holidays.allSatisfy { $0.name.values["zh-Hans"] != nil })
    }

    @Test func `holidays that nobody read in the published calendar say so`() throws {
        let codes = Set(try RealPack.pack.get().assumptions.map(\.code))
        #expect(holidays.allSatisfy { $0.assumption.map(codes.contains) ?? false })
    }

    /// As the list for 2024 was published.
    @Test func `the days of 2024 are those that were published`() {
        #expect(
            holidays.map(\.on).filter { $0.hasPrefix("2024") } == [
                "2024-01-01", "2024-03-29", "2024-04-10", "2024-05-27", "2024-06-17", "2024-07-04",
                "2024-09-02", "2024-11-28", "2024-12-25",
            ])
    }

    @Test(arguments: [
        ("2026-07-03", "Independence Day"), ("2027-07-05", "Independence Day"),
        ("2027-12-24", "Christmas Day"), ("2027-12-31", "New Year’s Day"), ("2023-01-02", "New Year’s Day"),
    ])
    func `a holiday of a weekend is kept on the nearest working day`(day: String, name: String) {
        #expect(holidays.filter { $0.on == day }.map { $0.name("en") } == [name])
    }
}
