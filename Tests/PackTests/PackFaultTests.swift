import Pack
import Testing

/// One change to the small pack, and the fault that it must bring.
struct Breakage: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let kind: PackFault.Kind
    let line: Int?

    init(_ file: String, _ old: String, _ new: String, _ kind: PackFault.Kind, _ line: Int?) {
        (self.file, self.old, self.new, self.kind, self.line) = (file, old, new, kind, line)
    }

    var testDescription: String { "\(file): \(kind)" }

    static let all = [
        Breakage("themes.yaml", "code: GEN", "code: GEN, colour: red", .unknownKey, 2),
        Breakage("themes.yaml", "{ en: Gender, zh-Hans: 性别 }", "{ en: Gender }", .missingLanguage, 2),
        Breakage(
            "themes.yaml", "{ en: Gender, zh-Hans: 性别 }", "{ en: Gender, zh-Hans: 性别, xx: y }", .unknownKey, 2
        ),
        Breakage("themes.yaml", "code: GEN", "code: LEG", .duplicate, 2),
        Breakage("themes.yaml", "code: GEN, ", "", .missingKey, 2),
        Breakage("themes.yaml", "code: GEN", "code: 9 lives", .badCode, 2),
        Breakage("themes.yaml", "code: GEN", "code: \"\"", .emptyText, 2),
        Breakage("themes.yaml", "cross-cutting: true", "cross-cutting: maybe", .badChoice, 2),
        Breakage("themes.yaml", "{ en: Gender, zh-Hans: 性别 }", "[Gender]", .wrongShape, 2),
        Breakage("themes.yaml", "en: Gender", "en: \(String(repeating: "g", count: 601))", .tooLong, 2),
        Breakage("themes.yaml", "{ code: LEG", "{ code: LEG, code: LEG", .duplicate, 1),
        Breakage("themes.yaml", "{ code: GEN", "{ code: [GEN", .badYAML, 2),
        Breakage("themes.yaml", "zh-Hans: 性别", "zh-Hans: *it", .alias, 2),
        Breakage("requirements.yaml", "theme: LEG", "theme: XYZ", .dangling, 2),
        Breakage("requirements.yaml", "force: decides", "force: hopes", .badChoice, 7),
        Breakage("requirements.yaml", "OP/2/e", "OP/2e", .badParagraph, 5),
        Breakage("requirements.yaml", "S/RES/1(2001)/OP/2/e", "S/RES/7(2001)/OP/2", .dangling, 5),
        Breakage("requirements.yaml", "OP/2/e", "OP/10", .dangling, 5),
        Breakage("requirements.yaml", "OP/2/e", "PP/4", .dangling, 5),
        Breakage(
            "requirements.yaml", "  paragraphs: [S/RES/1(2001)/OP/2/e]\n  uncertain: [S/RES/2(2005)]\n", "",
            .noBasis, 1),
        Breakage("resolutions.yaml", "2005-02-28", "2005-02-29", .badDate, 9),
        Breakage("resolutions.yaml", "2005-02-28", "28 Feb 2005", .badDate, 9),
        Breakage("resolutions.yaml", "one.en.txt", "two.en.txt", .missingFile, 7),
        Breakage("resolutions.yaml", "of: S/RES/1(2001)", "of: S/RES/5(2001)", .dangling, 12),
        Breakage("resolutions.yaml", "language: en", "language: tlh", .unknownLanguage, 7),
        Breakage("resolutions.yaml", "symbol: S/RES/2(2005)", "symbol: RES 2", .badParagraph, 8),
        Breakage("states.yaml", "code: SYL", "code: SYLV", .badCode, 2),
        Breakage("states.yaml", "en: Sylvania", "en: Freedonia", .duplicate, 2),
        Breakage("states.yaml", ", pinyin: xi er wa ni ya", "", .missingKey, 2),
        Breakage("states.yaml", "code: SYL", "code: SYL, m49: \"4\"", .badCode, 2),
        Breakage("regions.yaml", "members: [FRD]", "members: [FRD, XYZ]", .dangling, 6),
        Breakage("regions.yaml", "within: all", "within: none", .dangling, 4),
        Breakage("regions.yaml", "uncertain: [SYL]", "observers: [SYL]", .gap, nil),
        Breakage("regions.yaml", "uncertain: [SYL]", "uncertain: [FRD]", .duplicate, nil),
        Breakage(
            "regions.yaml", "- code: north\n",
            "- { code: south, kind: sub-region, name: { en: S, zh-Hans: 南 }, members: [SYL] }\n- code: north\n",
            .duplicate, 3),
        Breakage("scales.yaml", "code: none", "code: high", .duplicate, 7),
        Breakage("scales.yaml", "assumption: A1", "assumption: A7", .dangling, 3),
        Breakage("stage-limits.yaml", "amount: 6", "amount: six", .badNumber, 2),
        Breakage("stage-limits.yaml", "\n  paragraph: S/RES/1(2001)/OP/6", "", .noBasis, 1),
        Breakage("criteria.yaml", "weight: 100", "weight: 90", .gap, nil),
        Breakage("figures.yaml", "number: 12", "number: twelve", .badNumber, 1),
        Breakage("share-words.yaml", "to: 50", "to: 40", .gap, nil),
        Breakage("authorities.yaml", "until: 2005-02-27", "until: 2000-02-27", .badDate, 1),
        Breakage("authorities.yaml", "[S/RES/1(2001)/OP/6]", "[]", .noBasis, 1),
        Breakage("capabilities.yaml", "duties", "mandate", .duplicate, 2),
        Breakage("questionnaires.yaml", "scale: confidence", "scale: certainty", .dangling, 4),
        Breakage("questionnaires.yaml", "theme: GEN", "theme: XYZ", .dangling, 14),
        Breakage("questionnaires.yaml", "code: Q2", "code: Q1", .duplicate, 13),
        Breakage(
            "questionnaires.yaml", "theme: GEN\n      requirements: [LEG1]",
            "theme: GEN\n      requirements: [LEG7]", .dangling, 15),
        Breakage("questionnaires.yaml", "theme: GEN\n      requirements: [LEG1]", "theme: GEN", .noBasis, 13),
        Breakage(
            "questionnaires.yaml", "theme: GEN\n      requirements: [LEG1]",
            "theme: GEN\n      requirements: []", .noBasis, 13),
        Breakage("questionnaires.yaml", "[LEG1]", "[LEG1, LEG1]", .duplicate, nil),
        Breakage("questionnaires.yaml", "kind: open", "kind: shut", .badChoice, 16),
        Breakage("questionnaires.yaml", "sensitive: true", "sensitive: rather", .badChoice, 17),
        Breakage("questionnaires.yaml", "What else?, zh-Hans: 还有什么？", "What else?", .missingLanguage, 18),
        Breakage("questionnaires.yaml", ", zh-Hans: 请列明法律。", "", .missingLanguage, 12),
        Breakage("questionnaires.yaml", ", zh-Hans: 测试用", "", .missingLanguage, 5),
        Breakage("questionnaires.yaml", "kind: open", "kind: open\n      weight: 2", .unknownKey, 17),
        Breakage("holidays.yaml", "2027-07-05", "2027-02-29", .badDate, 2),
        Breakage("holidays.yaml", "2027-07-05", "2027-01-01", .duplicate, 2),
        Breakage("holidays.yaml", "assumption: A1", "assumption: A7", .dangling, 2),
        Breakage("holidays.yaml", "en: New Year, zh-Hans: 新年", "en: New Year", .missingLanguage, 1),
        Breakage("pack.yaml", "America/New_York", "Atlantis/Old_Town", .badTimeZone, 4),
        Breakage(
            "pack.yaml", "complete-languages: [en, zh-Hans]", "complete-languages: [en, ru]",
            .unknownLanguage, 6),
        Breakage("pack.yaml", "name: small", "name: small\ncolour: red", .unknownKey, 2),
    ]
}

@Suite struct PackFaultTests {
    @Test func `the pack that the others break is whole`() {
        #expect(SmallPack.faults(SmallPack.files).isEmpty)
    }

    @Test(arguments: Breakage.all)
    func `what is wrong is named by kind, file and line, with what to do`(breakage: Breakage) throws {
        let faults = SmallPack.faults(SmallPack.changed(breakage.file, breakage.old, breakage.new))
        let fault = try #require(faults.first { $0.kind == breakage.kind }, "\(faults)")
        if breakage.kind != .gap || breakage.line != nil { #expect(fault.file == breakage.file) }
        if let line = breakage.line { #expect(fault.line == line, "\(fault)") }
        #expect(!fault.what.isEmpty && fault.whatToDo.hasSuffix("."))
    }

    @Test func `all faults are told at once, in the order of files and lines`() {
        var files = SmallPack.changed("themes.yaml", "code: LEG, name", "code: LEG, colour: red, name")
        files["themes.yaml"] = files["themes.yaml"]?.replacing(
            "cross-cutting: true", with: "cross-cutting: maybe")
        files["figures.yaml"] = "- { code: entries }"
        let faults = SmallPack.faults(files)
        #expect(
            faults.map { "\($0.file):\($0.line ?? 0)" } == [
                "figures.yaml:1", "themes.yaml:1", "themes.yaml:2",
            ])
    }

    @Test(arguments: SmallPack.files.keys.filter { $0.hasSuffix(".yaml") }.sorted())
    func `a file that is missing or empty is named`(file: String) {
        var files = SmallPack.files
        files[file] = nil
        if !SmallPack.later.contains(file) {
            #expect(SmallPack.faults(files).contains { $0.kind == .missingFile && $0.file == file })
        }
        files[file] = "# nothing\n"
        #expect(SmallPack.faults(files).contains { $0.kind == .badYAML && $0.file == file })
    }

    @Test func `a pack from before there were questionnaires and holidays has none and is whole`() throws {
        let pack = try SmallPack.load(SmallPack.files.filter { !SmallPack.later.contains($0.key) })
        #expect(pack.questionnaires.isEmpty && pack.holidays.isEmpty && pack.letters.isEmpty)
    }

    @Test(arguments: [
        "../themes.yaml", "/etc/passwd", "a//b.md", "resolutions/../x.txt", "", "a\\b.md", "é.md", ".md",
    ])
    func `a path that leaves the pack is refused`(path: String) {
        var files = SmallPack.files
        files[path] = "x"
        #expect(SmallPack.faults(files).contains { $0.kind == .badPath })
    }

    @Test func `a file that no pack has is refused, a remark is not`() {
        var files = SmallPack.files
        files["SOURCES.md"] = "From our heads."
        #expect(SmallPack.faults(files).isEmpty)
        files["notes.txt"] = "x"
        #expect(SmallPack.faults(files).map(\.kind) == [.unknownFile])
    }

    @Test func `bytes that are no UTF-8 are named by line`() {
        var files = SmallPack.files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
        files.removeAll { $0.path == "capabilities.yaml" }
        files.append((path: "capabilities.yaml", bytes: Array("- mandate\n- d".utf8) + [0xFF, 10]))
        #expect(throws: PackFaults.self) { try PackLoader.load(files: files) }
        do { _ = try PackLoader.load(files: files) } catch {
            #expect(error.faults.map(\.kind) == [.notUTF8] && error.faults.map(\.line) == [2])
        }
    }

    @Test func `the same path twice and too large a file are refused`() {
        var files = SmallPack.files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
        files.append((path: "themes.yaml", bytes: []))
        files.append((path: "BIG.md", bytes: [UInt8](repeating: 65, count: 2_000_001)))
        do {
            _ = try PackLoader.load(files: files)
            Issue.record("nothing was refused")
        } catch { #expect(Set(error.faults.map(\.kind)) == [.duplicateFile, .tooLarge]) }
    }
}
