import Identity
import Testing

@Suite struct PasswordPolicyTests {
    @Test(arguments: [
        ("short", PasswordPolicy.Fault.tooShort), ("elevenchars", .tooShort),
        (String(repeating: "ab", count: 129), .tooLong), (String(repeating: "é", count: 100_000), .tooLong),
        ("password1234", .common), ("Password1234", .common), ("aaaaaaaaaaaa", .common),
        ("abcabcabcabc", .common), ("abcdefghijkl", .common), ("qwertyuiop[]", .common),
        ("123456789012", .common), ("210987654321", .common),
        ("Expert.One@Example.org", .isEmail), ("expert.one.long", .isEmail),
    ])
    func `what is guessed first is not taken, and the reason is named`(
        password: String, fault: PasswordPolicy.Fault
    ) {
        let email = password == "expert.one.long" ? "expert.one.long@example.org" : "expert.one@example.org"
        #expect(PasswordPolicy.fault(in: password, email: email) == fault)
    }

    @Test(arguments: ["a plain sentence", "三十六计走为上计一二三四", "twelve.chars", "correct horse no battery"])
    func `length is enough, whatever the characters`(password: String) {
        #expect(PasswordPolicy.fault(in: password, email: "expert@example.org") == nil)
    }
}
