import Foundation
import Record
import Testing

@Suite struct CheckpointTests {
    let key: SigningKey
    let checkpoint = Checkpoint(
        origin: "registry.example/record", size: 12408, root: SHA256.hash(Array("root".utf8)))

    init() throws { key = try SigningKey(name: "registry.example/record", seed: Array(UInt8(0)..<32)) }

    @Test func `a checkpoint verifies under its key and says what was signed`() throws {
        let note = checkpoint.signed(by: key)
        #expect(
            note.hasPrefix(
                "registry.example/record\n12408\n\(checkpoint.root.base64)\n\n— registry.example/record "))
        #expect(try Checkpoint(verifying: note, with: key.verifyingKey) == checkpoint)
    }

    @Test func `no byte of it can be altered, removed or added`() {
        let note = Array(checkpoint.signed(by: key).utf8)
        for place in note.indices {
            for change in [1, 4, 0x80] as [UInt8] {
                var altered = note
                altered[place] ^= change
                // A byte that is no UTF-8 reads as another character.
                #expect(throws: CheckpointFault.self) {
                    try Checkpoint(
                        verifying: String(decoding: altered, as: UTF8.self), with: key.verifyingKey)
                }
            }
            var shorter = note
            shorter.remove(at: place)
            #expect(throws: CheckpointFault.self) {
                try Checkpoint(verifying: String(decoding: shorter, as: UTF8.self), with: key.verifyingKey)
            }
        }
    }

    @Test func `another key's checkpoint is refused, beside ours it is set aside`() throws {
        let other = try SigningKey(name: "witness.example", seed: [UInt8](repeating: 9, count: 32))
        let twin = try SigningKey(name: key.name, seed: [UInt8](repeating: 9, count: 32))
        let note = checkpoint.signed(by: key)
        #expect(throws: CheckpointFault.notSignedByKey) {
            try Checkpoint(verifying: note, with: twin.verifyingKey)
        }
        let second = checkpoint.signed(by: other).split(separator: "\n").last ?? ""
        #expect(try Checkpoint(verifying: note + second + "\n", with: key.verifyingKey) == checkpoint)
        #expect(throws: CheckpointFault.otherOrigin) {
            try Checkpoint(verifying: checkpoint.signed(by: other), with: other.verifyingKey)
        }
    }

    @Test(arguments: ["-1", "007", "+5", "1e3", "", "99999999999999999999"])
    func `a size that is no plain number is refused though it is signed`(size: String) throws {
        let body = "\(key.name)\n\(size)\n\(checkpoint.root.base64)\n"
        let signed = Checkpoint(origin: key.name, size: 1, root: checkpoint.root).signed(by: key)
        #expect(throws: Never.self) { try Checkpoint(verifying: signed, with: key.verifyingKey) }
        let mark = key.verifyingKey.keyID + key.signature(of: Array(body.utf8))
        let line = "— \(key.name) \(Data(mark).base64EncodedString())\n"
        #expect(throws: CheckpointFault.badForm) {
            try Checkpoint(verifying: body + "\n" + line, with: key.verifyingKey)
        }
    }

    @Test(arguments: ["", "\n", "\n\n", "a\n\n", "a\n1\nb\n\n— a b\n", "a\n1\nb\n\n"])
    func `what is no note is refused`(text: String) {
        #expect(throws: CheckpointFault.self) { try Checkpoint(verifying: text, with: key.verifyingKey) }
    }
}
