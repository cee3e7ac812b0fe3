import Identity
import Testing

@Suite struct TokenTests {
    @Test(arguments: Token.Kind.allCases)
    func `a token reads back as its own kind only, and its hash finds it`(kind: Token.Kind) {
        let token = Token(kind, random: Array(200..<232))
        #expect(token.text.hasPrefix(kind.rawValue) && token.text.count == 47)
        #expect(Token(token.text, kind: kind) == token)
        for other in Token.Kind.allCases where other != kind {
            #expect(Token(token.text, kind: other) == nil)
        }
        #expect(token.matches(hash: token.hash) && token.hash.count == 32 && token.hashHex.count == 64)
        #expect(!token.matches(hash: Token(kind, random: Array(201..<233)).hash) && !token.matches(hash: []))
    }

    @Test func `the stored hash is SHA-256 of the text`() {
        let token = Token(.api, random: [UInt8](repeating: 0, count: 32))
        #expect(token.text == "stk_" + String(repeating: "A", count: 43))
        #expect(token.hashHex == "3c332b2544d5ec413a01e0a705eaa4f60bbb85aea16f7912f3bc57a57c1fb1cb")
    }

    @Test(arguments: [
        "", "stk_", "stk_short", "stk_" + String(repeating: "!", count: 43),
        "stk_" + String(repeating: "A", count: 42) + "B", "stk_" + String(repeating: "A", count: 44),
    ])
    func `what cannot be a token is none`(text: String) { #expect(Token(text, kind: .api) == nil) }
}
