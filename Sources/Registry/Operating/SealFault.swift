/// Why a sealed file does not open.
public enum SealFault: String, Error, Hashable, Sendable {
    /// Not a backup of this program.
    case notABackup = "not-a-backup"
    /// Another passphrase, or another file than was written.
    case wrongKey = "wrong-key"
    /// It ends too early.
    case cutOff = "cut-off"
    case outOfMemory = "out-of-memory"

    /// In English, with what to do.
    public var sentence: String {
        switch self {
        case .notABackup: "The file is no backup of this program: name another."
        case .wrongKey: "The backup does not open: the passphrase is another one, or the file was altered."
        case .cutOff: "The backup ends too early: copy it again from where it was written."
        case .outOfMemory: "There is not enough memory to derive the key: try again when 64 MB are free."
        }
    }
}
