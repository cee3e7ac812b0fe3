import ArgumentParser

/// What a backup is encrypted under.
struct PassphraseOptions: ParsableArguments {
    @Option(help: "File with the passphrase on its first line.")
    var passphraseFile: String?

    @Option(help: "File whose whole content is the key, instead of a passphrase.")
    var keyFile: String?

    func validate() throws {
        guard (passphraseFile == nil) != (keyFile == nil) else {
            throw ValidationError(
                "Say what opens the backup: give --passphrase-file FILE or --key-file FILE.")
        }
    }

    /// - Throws: `Failure` where the file is missing or holds too little.
    func secret() throws -> [UInt8] {
        let bytes =
            if let passphraseFile {
                Array(try InputFile.secret(of: passphraseFile).utf8)
            } else {
                try InputFile.bytes(of: keyFile ?? "", atMost: 1 << 20)
            }
        guard bytes.count >= 12 else {
            throw Failure(
                .input, "backup.short-secret", "The secret has fewer than 12 bytes: take a longer one.")
        }
        return bytes
    }
}
