import Foundation
import Pack
import Testing

@Suite struct CounterTerrorismPackTests {
    let pack: Pack

    init() throws { pack = try RealPack.pack.get() }

    @Test func `all 193 Member States stand in sixteen sub-regions, each in one`() {
        #expect(pack.states.count == 193)
        let groups = pack.regions.filter { $0.kind == .subRegion }
        #expect(groups.count == 16)
        #expect(groups.reduce(0) { $0 + $1.members.count } == 193)
        #expect(Set(groups.flatMap { $0.members.map(\.state) }).count == 193)
        #expect(groups.allSatisfy { $0.within != nil && $0.isAssumption })
    }

    @Test func `regional groups have the sizes of the United Nations' elections`() {
        let groups = pack.regions.filter { $0.kind == .regionalGroup }
        let sizes = Dictionary(uniqueKeysWithValues: groups.map { ($0.code, $0.members.count) })
        #expect(
            sizes == [
                "group-africa": 54, "group-asia-pacific": 54, "group-eastern-europe": 23,
                "group-latin-america": 33, "group-western-europe": 28,
            ])
        let placed = Set(groups.flatMap { $0.members.map(\.state) })
        #expect(pack.states.map(\.code).filter { !placed.contains($0) } == ["USA"])
        #expect(groups.first { $0.code == "group-western-europe" }?.observers == ["USA"])
    }

    @Test func `every State is named in the six official languages and in both Chinese scripts`() {
        for state in pack.states {
            for language in ["en", "fr", "es", "ru", "ar", "zh-Hans"] {
                #expect(state.name.values[language] != nil, "\(state.code) \(language)")
            }
            #expect(!state.name("zh-Hant").isEmpty)
            #expect(state.m49 != nil && state.sortKeys["zh-Hans"]?.isEmpty == false)
        }
    }

    @Test(arguments: [
        ("BOL", "en", "Bolivia (Plurinational State of)"), ("KOR", "zh-Hans", "大韩民国"),
        ("CIV", "ar", "كوت ديفوار"), ("NZL", "es", "Nueva Zelandia"),
        ("GBR", "fr", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"),
        ("SYR", "ru", "Сирийская Арабская Республика"), ("TUR", "en", "Türkiye"),
        ("PRK", "zh-Hant", "朝鮮民主主義人民共和國"),
    ])
    func `names follow the usage of the United Nations`(code: String, language: String, name: String) {
        #expect(pack.states.first { $0.code == code }?.name(language) == name)
    }

    @Test func `names sort as each language does`() throws {
        func order(_ language: String, _ codes: [String]) -> [String] {
            let states = pack.states.filter { codes.contains($0.code) }
            return states.sorted { ($0.sortKeys[language] ?? "") < ($1.sortKeys[language] ?? "") }.map(\.code)
        }
        #expect(order("zh-Hans", ["ZMB", "AFG", "CHN", "PER"]) == ["AFG", "PER", "ZMB", "CHN"])
        #expect(order("fr", ["EGY", "ESP", "ECU", "ARE", "USA"]) == ["EGY", "ARE", "ECU", "ESP", "USA"])
        #expect(
            order("ar", ["DZA", "UGA", "BEN"]) == ["UGA", "BEN", "DZA"], "the article counts for nothing")
    }

    @Test func `all 119 requirements rest on a paragraph, and none on a guess unmarked`() throws {
        #expect(pack.requirements.count == 119)
        let withText = Set(pack.resolutions.filter { !$0.texts.isEmpty }.map(\.symbol))
        for requirement in pack.requirements {
            #expect(!requirement.paragraphs.isEmpty, "\(requirement.code)")
            for paragraph in requirement.paragraphs where !requirement.uncertainParagraphs.contains(paragraph)
            {
                let symbol = paragraph.split(separator: "/").prefix(3).joined(separator: "/")
                let cited = ["S/RES/2178(2014)/OP/6", "S/RES/2178(2014)/OP/9"].contains(paragraph)
                #expect(withText.contains(symbol) || cited, "\(requirement.code) \(paragraph)")
            }
        }
        #expect(pack.themes.filter { !$0.isCrossCutting }.count == 15)
        #expect(pack.themes.filter(\.isCrossCutting).count == 5)
    }

    @Test func `a paragraph that a requirement cites is in the text at hand`() throws {
        for (address, texts) in citedTexts() where !texts.isEmpty {
            let parts = address.split(separator: "/")
            guard parts.count > 4, parts[3] == "OP" else { continue }
            let lines = texts.flatMap { $0.split(separator: "\n") }.map { $0.drop { $0.isWhitespace } }
            let start = try #require(
                lines.firstIndex { $0.hasPrefix("\(parts[4]). ") }, "\(address) is in no text")
            guard parts.count > 5 else { continue }
            let below = lines[(start + 1)...].prefix { !($0.first?.isNumber ?? false) }
            #expect(below.contains { $0.hasPrefix("(\(parts[5])) ") }, "\(address) is in no text")
        }
    }

    @Test func `a mandate's chain leads from the founding resolution to the last`() {
        var symbol = "S/RES/1535(2004)"
        var chain = [symbol]
        while let next = pack.resolutions.first(where: { $0.successions.contains { $0.of == symbol } }) {
            symbol = next.symbol
            chain.append(symbol)
        }
        #expect(chain.count == 8 && chain.last == "S/RES/2810(2025)")
        let last = pack.resolutions.first { $0.symbol == symbol }?.successions.first
        #expect(last?.until == "2029-01-05")
    }

    @Test func `every assumption is cited or says what it stands for`() {
        #expect(pack.assumptions.map(\.code) == (1...25).map { "A\($0)" })
        #expect(pack.stageLimit("state-observations")?.amount == 30)
        #expect(pack.stageLimit("measures-report")?.paragraph == "S/RES/2617(2021)/OP/16")
    }

    @Test func `the demonstration world has 220 invented States and no real one`() throws {
        let invented = try RealPack.demonstration.get()
        #expect(invented.states.count == 220)
        #expect(Set(invented.states.map(\.code)).isDisjoint(with: pack.states.map(\.code)))
        let names = Set(pack.states.flatMap { $0.name.values.values })
        #expect(invented.states.allSatisfy { names.isDisjoint(with: $0.name.values.values) })
        #expect(invented.requirements == pack.requirements)
        #expect(invented.authorities == pack.authorities)
    }

    private func citedTexts() -> [(String, [String])] {
        pack.requirements.flatMap(\.paragraphs).map { address in
            let symbol = address.split(separator: "/").prefix(3).joined(separator: "/")
            let texts =
                pack.resolutions.first { $0.symbol == symbol }?.texts.filter { $0.language == "en" } ?? []
            return (
                address, texts.compactMap { pack.texts[$0.file] }.map { String(decoding: $0, as: UTF8.self) }
            )
        }
    }
}
