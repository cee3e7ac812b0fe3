import Foundation
import Testing

@testable import Words

@Suite struct KeyTests {
    private let used: UsedKeys

    init() throws {
        used = try UsedKeys(sources: Shelf.root.appendingPathComponent("Sources"))
    }

    @Test(arguments: ["en", "zh-Hans"])
    func `every key that the sources name has words`(tag: String) throws {
        let known = try Shelf.messages(tag)
        for (key, file) in used.named {
            #expect(known[key] != nil, "\(file) says \(key): add it to \(tag).yaml")
        }
    }

    @Test func `every message is said somewhere`() throws {
        let groups = RuntimeKeys.prefixes + RuntimeKeys.awaited + used.acts.map { $0 + "." }
        for key in try Shelf.messages("en").keys.sorted() where !used.mentioned.contains(key) {
            #expect(
                groups.contains { key.hasPrefix($0) },
                "\(key) is said nowhere: take it out, or name its group in RuntimeKeys")
        }
    }

    @Test func `every act has a name, a button and a sentence for the history`() throws {
        let known = try Shelf.messages("en")
        for act in used.acts {
            for key in ["act.\(act)", "act.\(act).button", "act.\(act).done"] {
                #expect(known[key] != nil, "add \(key) to every words file")
            }
        }
    }

    @Test func `the sources are really read`() {
        #expect(used.named["frame.skip"] != nil)
    }
}
