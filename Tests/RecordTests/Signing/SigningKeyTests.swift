import Foundation
import Record
import Testing

@Suite struct SigningKeyTests {
    /// RFC 8032 section 7.1, tests 1 to 3.
    @Test(
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", [],
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", [0x72],
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                    + "387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", [0xaf, 0x82],
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                    + "4a7c15e9716ed28dc027beceea1ec40a"
            ),
        ] as [(String, String, [UInt8], String)])
    func `signatures are those of RFC 8032`(
        seed: String, publicKey: String, message: [UInt8], signature: String
    ) throws {
        let key = try SigningKey(name: "log", seed: Hash32(hex: seed)?.bytes ?? [])
        let made = key.signature(of: message)
        #expect(Hash32(key.verifyingKey.bytes)?.hex == publicKey)
        #expect(made.map { String(format: "%02x", $0) }.joined() == signature)
        #expect(key.verifyingKey.isSignature(made, of: message))
        #expect(!key.verifyingKey.isSignature(made, of: message + [0]))
        #expect(!key.verifyingKey.isSignature(Array(made.dropLast()), of: message))
    }

    /// The key pair and note that the documentation of Go's note package prints.
    @Test func `keys and signatures are those of other signed-note tools`() throws {
        let key = try SigningKey(
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
        #expect(
            key.verifyingKey.description
                == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        let text =
            "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n"
        let line =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        let expected = Array(Data(base64Encoded: line) ?? Data())
        #expect(key.verifyingKey.keyID + key.signature(of: Array(text.utf8)) == expected)
    }

    @Test func `a key is written to a file of its own, once, and read back`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stocktake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        let key = try SigningKey.generate(name: "registry.example/record", random: SystemRandom.bytes)
        try key.save(path: path)
        #expect(try SigningKey.load(path: path).verifyingKey == key.verifyingKey)
        #expect(try VerifyingKey(key.verifyingKey.description) == key.verifyingKey)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: KeyFault.file(path: path, code: EEXIST)) { try key.save(path: path) }
        #expect(throws: KeyFault.file(path: path + "x", code: ENOENT)) {
            try SigningKey.load(path: path + "x")
        }
    }

    @Test(arguments: [
        ("", KeyFault.badForm), ("PRIVATE+KEY+a", .badForm), ("a+b+c", .badForm),
        ("PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", .otherKeyID),
        ("PRIVATE+KEY+Peter Neumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", .badName),
        ("PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", .badForm),
    ])
    func `what is no key is refused`(text: String, fault: KeyFault) {
        #expect(throws: fault) { try SigningKey(text) }
    }
}
