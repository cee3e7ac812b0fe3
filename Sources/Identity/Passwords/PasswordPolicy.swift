/// Which passwords are taken. Length is what counts; no rules about kinds of characters, which people meet with
/// patterns (NIST SP 800-63B section 5.1.1.2).
public enum PasswordPolicy {
    /// In characters as people see them.
    public static let shortest = 12
    public static let longest = 256

    /// Why a password is not taken; the raw value is the key of its words.
    public enum Fault: String, Hashable, Sendable, CaseIterable {
        case tooShort = "password.too-short"
        case tooLong = "password.too-long"
        case common = "password.common"
        case isEmail = "password.is-email"
    }

    /// - Returns: nil if the password may be taken.
    public static func fault(in password: String, email: String) -> Fault? {
        // What is long in bytes is refused before characters are counted.
        guard password.utf8.count <= longest * 8, password.count <= longest else { return .tooLong }
        guard password.count >= shortest else { return .tooShort }
        let plain = password.lowercased()
        let address = email.lowercased()
        let name = address.split(separator: "@").first.map { String($0) } ?? ""
        if plain == address || plain == name { return .isEmail }
        if CommonPasswords.contains(plain) { return .common }
        return nil
    }
}
