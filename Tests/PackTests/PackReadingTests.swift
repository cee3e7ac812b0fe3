import Foundation
import Pack
import Testing

@Suite struct PackReadingTests {
    @Test func `an authority stands for the paragraphs of its day, first and last day included`() throws {
        let pack = try SmallPack.load(SmallPack.files)
        #expect(pack.authority("act", on: "2001-09-27").isEmpty)
        #expect(pack.authority("act", on: "2001-09-28") == ["S/RES/1(2001)/OP/6"])
        #expect(pack.authority("act", on: "2005-02-27") == ["S/RES/1(2001)/OP/6"])
        #expect(pack.authority("act", on: "2005-02-28") == ["S/RES/1(2001)/OP/6", "S/RES/2(2005)/OP/1"])
        #expect(pack.authority("act", on: "2099-01-01").count == 2)
        #expect(pack.authority("other", on: "2005-02-28").isEmpty)
    }

    @Test func `a requirement is checked only if nothing under it is uncertain`() throws {
        #expect(try SmallPack.load(SmallPack.files).requirements.map(\.certainty) == [.uncertain])
        let sure = SmallPack.changed("requirements.yaml", "  uncertain: [S/RES/2(2005)]\n", "")
        #expect(try SmallPack.load(sure).requirements.map(\.certainty) == [.checked])
    }

    @Test func `a text answers in the nearest language that it has`() {
        let text = LocalizedText(["en": "law", "zh-Hans": "法"])
        #expect(text("zh-Hans") == "法" && text("zh-Hant") == "法" && text("fr") == "law")
        #expect(text.language(for: "zh-Hant") == "zh-Hans" && text.language(for: "ru") == "en")
        #expect(LocalizedText(["ru": "право"])("en") == "право")
    }

    @Test func `traditional Chinese comes from the generated file where a text brings none`() throws {
        var files = SmallPack.changed("themes.yaml", "zh-Hans: 性别", "zh-Hans: 性别, zh-Hant: 性別！")
        files["generated/zh-Hant.tsv"] = "性别\t性別\n援助\t援助而已\n"
        let pack = try SmallPack.load(files)
        #expect(pack.themes.last?.name("zh-Hant") == "性別！")
        #expect(pack.entities.first?.name("zh-Hant") == "援助而已")
        files["generated/zh-Hant.tsv"] = "性别\t性別\n\nno tab\n"
        #expect(SmallPack.faults(files).map(\.kind) == [.wrongShape])
    }

    @Test func `every share has exactly one word`() throws {
        let all = try RealPack.pack.get().shareWords
        for percent in stride(from: 0.0, through: 100, by: 0.25) {
            #expect(all.filter { $0.covers(percent: percent) }.count == 1, "\(percent)")
        }
        #expect(all.first { $0.covers(percent: 14.99) }?.code == "few")
        #expect(all.first { $0.covers(percent: 15) }?.code == "some")
        #expect(all.first { $0.covers(percent: 100) }?.code == "all")
    }

    @Test func `a directory is read without hidden files, an overlay stands in front`() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pack-\(UInt64.random(in: 0...(.max)))")
        let (base, over) = (place.appendingPathComponent("base"), place.appendingPathComponent("over"))
        for folder in [base.appendingPathComponent("resolutions"), over] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(at: place) }
        for (path, text) in SmallPack.files {
            try Data(text.utf8).write(to: base.appendingPathComponent(path))
        }
        try Data().write(to: base.appendingPathComponent(".hidden"))
        try Data("- mandate".utf8).write(to: over.appendingPathComponent("capabilities.yaml"))
        #expect(
            try PackLoader.load(files: PackLoader.read(directory: base.path))
                == SmallPack.load(SmallPack.files))
        let laid = try PackLoader.load(files: PackLoader.read(directory: base.path, overlay: over.path))
        #expect(laid.capabilities == ["mandate"])
        try FileManager.default.createSymbolicLink(
            at: over.appendingPathComponent("A.md"),
            withDestinationURL: base.appendingPathComponent("pack.yaml"))
        #expect(throws: PackFaults.self) { try PackLoader.read(directory: over.path) }
        #expect(throws: PackFaults.self) { try PackLoader.read(directory: place.path + "/none") }
    }
}
