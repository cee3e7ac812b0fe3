import Foundation
import Testing

@testable import Words

@Suite struct TranslationTests {
    @Test(arguments: ["zh-Hans", "zh-Hant"])
    func `every message is there in every complete language`(tag: String) throws {
        let english = Set(try Shelf.messages("en").keys)
        let other = Set(try Shelf.messages(tag).keys)
        #expect(english.subtracting(other).sorted() == [], "add these to \(tag).yaml")
        #expect(other.subtracting(english).sorted() == [], "add these to en.yaml, or take them out")
    }

    /// The shapes of dates may leave out what their language does not write.
    @Test(arguments: ["zh-Hans", "zh-Hant"])
    func `a message asks for the same values in every language`(tag: String) throws {
        let english = try Shelf.messages("en")
        let shapes: Set = ["date.day", "date.month-of-year"]
        for (key, message) in try Shelf.messages(tag) where !shapes.contains(key) {
            let wanted = english[key]?.placeholders ?? []
            #expect(message.placeholders == wanted, "\(key) differs between en and \(tag)")
        }
    }

    @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
    func `a message has just the forms that its language tells apart`(tag: String) throws {
        let wanted: Set<PluralCategory> = tag == "en" ? [.one, .other] : [.other]
        for (key, message) in try Shelf.messages(tag) where message.counted != nil {
            #expect(Set(message.forms.keys) == wanted, "\(key) in \(tag).yaml")
        }
    }

    @Test func `no simplified character is left in the traditional words`() throws {
        // Each of these is written otherwise in traditional Chinese.
        let simplifiedOnly = Set("国会员记录约书对应议执务项权团体这个为从时间")
        let traditional = try Shelf.messages("zh-Hant")
        let words = try Shelf.library().words(for: "zh-Hant")
        for key in traditional.keys {
            let bad = Set(words(key)).intersection(simplifiedOnly)
            #expect(bad.isEmpty, "\(key): \(bad)")
        }
    }

    @Test(arguments: [
        "expert", "head", "committee-member", "chair", "committee-secretary", "focal-point", "mission",
        "contributor", "partner", "provider", "researcher", "administrator", "auditor", "clock",
    ])
    func `every capacity has its word`(code: String) throws {
        #expect(try Shelf.messages("zh-Hans")["capacity.\(code)"] != nil)
    }

    @Test(arguments: [
        "audience.directorate", "audience.committee", "audience.un-system", "audience.states-and-partners",
        "audience.researchers", "audience.public", "audience.state", "duty-status.upcoming",
        "duty-status.due", "duty-status.overdue", "duty-status.fulfilled", "duty-status.spent",
        "duty-status.renewed", "limit.absolute", "limit.relative", "limit.recurring",
    ])
    func `every code of the contract has its word`(key: String) throws {
        #expect(try Shelf.messages("zh-Hans")[key] != nil)
    }

    @Test func `nothing speaks of one resolution, one State or a number of States`() throws {
        for tag in ["en", "zh-Hans"] {
            for (key, message) in try Shelf.messages(tag) where !key.hasPrefix("search.empty") {
                let text = message.text([:], rule: .of(.english), number: { String($0) })
                #expect(!text.contains("1373") && !text.contains("2617") && !text.contains("193"), "\(key)")
            }
        }
    }
}
