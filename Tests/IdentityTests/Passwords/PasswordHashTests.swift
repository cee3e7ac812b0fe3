import Identity
import Testing

@Suite struct PasswordHashTests {
    @Test func `a password opens its own hash, and nothing else does`() throws {
        let hash = try PasswordHash(of: "a long enough phrase é")
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(hash.matches("a long enough phrase é"))
        #expect(
            !hash.matches("a long enough phrase e") && !hash.matches("") && !PasswordHash.decoy.matches(""))
        #expect(try PasswordHash(of: "a long enough phrase é") != hash)
    }

    @Test func `a hash of other costs is to be made anew, today's is not`() throws {
        #expect(try !PasswordHash(of: "some password here").needsRehash)
        #expect(!PasswordHash.decoy.needsRehash)
        let old =
            "$argon2id$v=19$m=65536,t=2,p=1$c3RvY2t0YWtlLWRlY295IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        #expect(PasswordHash(stored: old).needsRehash)
    }

    @Test(arguments: ["", "x", "$argon2id$", String(repeating: "a", count: 10_000)])
    func `what is no hash opens for nothing`(text: String) {
        #expect(!PasswordHash(stored: text).matches("password"))
    }
}
