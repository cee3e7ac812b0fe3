import Record
import Testing

@Suite struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (1_795_485_458_123_456, "2026-11-24T01:57:38.123456Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)])
    func `an instant is written in its fixed form and read back`(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).description == text)
        #expect(Instant(text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "2023-02-29T00:00:00.000000Z", "1900-02-29T00:00:00.000000Z", "2023-13-01T00:00:00.000000Z",
        "2023-00-01T00:00:00.000000Z", "2023-01-00T00:00:00.000000Z", "2023-01-01T24:00:00.000000Z",
        "2023-01-01T00:60:00.000000Z", "2023-01-01T00:00:60.000000Z", "2023-01-01T00:00:00.000Z",
        "2023-01-01t00:00:00.000000Z", "2023-01-01T00:00:00.000000z", "2023-01-01T00:00:00.000000+", "",
        "２023-01-01T00:00:00.0000",
    ])
    func `no other form and no day that does not exist is an instant`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: Seeds.standard)
    func `texts sort as instants do and read back as what was written`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var instants: [Instant] = []
        for _ in 0..<300 {
            let microseconds = Int64.random(
                in: -62_167_219_200_000_000...253_402_300_799_999_999, using: &random)
            instants.append(Instant(microseconds: microseconds))
        }
        #expect(instants.sorted().map(\.description) == instants.map(\.description).sorted())
        #expect(instants.map { Instant($0.description) } == instants)
    }
}
