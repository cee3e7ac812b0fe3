import Pack
import TestSeeds
import Testing

@Suite struct HostilePackTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a tampered pack is refused or read, and never brings the program down`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            var files = SmallPack.files.sorted { $0.key < $1.key }.map {
                (path: $0.key, bytes: Array($0.value.utf8))
            }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let file = Int.random(in: 0..<files.count, using: &random)
                files[file].bytes = Self.tampered(files[file].bytes, &random)
            }
            do { #expect(try PackLoader.load(files: files).name.isEmpty == false) } catch {
                #expect(!error.faults.isEmpty)
                #expect(error.faults.allSatisfy { !$0.what.isEmpty && !$0.whatToDo.isEmpty })
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `the order in which files come changes nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pack = try SmallPack.load(SmallPack.files)
        for _ in 0..<10 {
            let files = SmallPack.files.map { (path: $0.key, bytes: Array($0.value.utf8)) }.shuffled(
                using: &random)
            #expect(try PackLoader.load(files: files) == pack)
        }
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "- ", count: 50_000),
        String(repeating: "{a: ", count: 20_000), HostilePackTests.unfolding, "[&a [x],*a]",
        "&a [x]: 1\n*a : 2", "k: &a x\n\"l\":*a",
        "--- a\n--- b\n", "%YAML 9.9\n---\n[]", "!!binary x", "? [a]\n: b", "\u{0}", "\u{FEFF}[]",
        "- " + String(repeating: "x", count: 1_000_000), String(repeating: "- 1\n", count: 100_000),
    ])
    func `YAML made to unfold or to nest without end is refused`(text: String) {
        for file in ["themes.yaml", "pack.yaml", "capabilities.yaml"] {
            var files = SmallPack.files
            files[file] = text
            let faults = SmallPack.faults(files)
            #expect(!faults.isEmpty || text.hasSuffix("[]"))
            #expect(faults.count <= 200)
        }
    }

    @Test func `a flood of faults stops at two hundred`() {
        var files = SmallPack.files
        files["themes.yaml"] = (0..<900).map { "- { code: T\($0), colour: red }" }.joined(separator: "\n")
        #expect(SmallPack.faults(files).count == 200)
    }

    /// 400 bytes that stand for 9 to the power of 40.
    private static let unfolding =
        "k0: &k0 [x]\n"
        + (1...40).map {
            "k\($0): &k\($0) [" + Array(repeating: "*k\($0 - 1)", count: 9).joined(separator: ",") + "]\n"
        }
        .joined() + "? *k40\n: x\n"

    private static func tampered(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at...)
        case 2:
            bytes.insert(contentsOf: Array("{[&*!|>'\"%:-,?".utf8).shuffled(using: &random).prefix(3), at: at)
        case 3: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bytes[at...].prefix(40), at: at)
        }
        return bytes
    }
}
