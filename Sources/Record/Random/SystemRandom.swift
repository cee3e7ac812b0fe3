import CSodium

/// Random bytes from the operating system: for the application's surroundings only, never for a rule.
public enum SystemRandom {
    public static func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        var output = [UInt8](repeating: 0, count: count)
        randombytes_buf(&output, count)
        return output
    }
}
