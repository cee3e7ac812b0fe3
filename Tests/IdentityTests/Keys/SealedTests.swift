import Identity
import Testing

@Suite struct SealedTests {
    let key = MessageKey(Array(0..<32))

    @Test func `what was sealed opens for the same viewer and purpose only`() {
        let sealed = Sealed(key: key, purpose: "cursor")
        for content in [[], [1], Array(0..<255)] as [[UInt8]] {
            let text = sealed.seal(content, viewer: "p1/expert")
            #expect(sealed.open(text, viewer: "p1/expert") == content)
            #expect(sealed.open(text, viewer: "p1/head") == nil && sealed.open(text, viewer: "") == nil)
            #expect(Sealed(key: key, purpose: "other").open(text, viewer: "p1/expert") == nil)
            let other = Sealed(key: MessageKey(Array(1..<33)), purpose: "cursor")
            #expect(other.open(text, viewer: "p1/expert") == nil)
        }
    }

    @Test func `no character of it can be altered`() {
        let sealed = Sealed(key: key, purpose: "cursor")
        let text = Array(sealed.seal(Array("after 17".utf8), viewer: "v").utf8)
        for place in text.indices {
            for replacement in [UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "="), 0xff]
            where text[place] != replacement {
                var altered = text
                altered[place] = replacement
                #expect(sealed.open(String(decoding: altered, as: UTF8.self), viewer: "v") == nil)
            }
            #expect(sealed.open(String(decoding: text[..<place], as: UTF8.self), viewer: "v") == nil)
        }
    }

    @Test func `where parts are cut makes a difference`() {
        let sealed = Sealed(key: key, purpose: "cursor")
        #expect(sealed.seal([0x61], viewer: "b") != sealed.seal([], viewer: "ab"))
    }

    @Test func `a form's mark is good for its session and form only`() {
        let marks = FormMark(key: key)
        let mark = marks.mark(session: "s1", form: "confirm-duty")
        #expect(marks.isGenuine(mark, session: "s1", form: "confirm-duty") && mark.count == 43)
        #expect(!marks.isGenuine(mark, session: "s2", form: "confirm-duty"))
        #expect(!marks.isGenuine(mark, session: "s1", form: "withdraw-duty"))
        #expect(!marks.isGenuine(mark, session: "s1confirm", form: "-duty"))
        #expect(!marks.isGenuine("", session: "s1", form: "confirm-duty"))
        #expect(
            !FormMark(key: MessageKey(Array(1..<33))).isGenuine(mark, session: "s1", form: "confirm-duty"))
    }
}
