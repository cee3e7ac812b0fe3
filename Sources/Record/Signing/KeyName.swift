/// The rules that C2SP signed-note sets for the name of a key.
enum KeyName {
    /// Not empty; no space, plus sign or control character.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                !scalar.properties.isWhitespace && scalar != "+"
                    && scalar.properties.generalCategory != .control
            }
    }

    /// The algorithm byte of Ed25519 in signed notes.
    static let ed25519: UInt8 = 1

    /// The first four bytes of SHA-256(name ‖ newline ‖ algorithm ‖ public key).
    static func keyID(_ name: String, publicKey: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(Array(name.utf8) + [0x0a, ed25519] + publicKey).bytes.prefix(4))
    }
}

/// A text that holds no key, or one that contradicts itself.
public enum KeyFault: Error, Hashable, Sendable {
    case badName
    case badForm
    /// The short hash in the text is not that of the key.
    case otherKeyID
    /// The file is missing, unreadable, or (when writing) already there; with the system's error number.
    case file(path: String, code: Int32)
}
