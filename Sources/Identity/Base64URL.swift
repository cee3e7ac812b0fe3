/// Base64 of RFC 4648 section 5 without padding: safe in addresses, headers and cookies.
enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func string(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var word = 0
        var bits = 0
        for byte in bytes {
            word = (word << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                output.append(alphabet[word >> bits & 63])
            }
        }
        if bits > 0 { output.append(alphabet[word << (6 - bits) & 63]) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Nil unless the text is exactly what `string` would write for some bytes.
    static func bytes(_ text: String) -> [UInt8]? {
        var output: [UInt8] = []
        var word = 0
        var bits = 0
        for digit in text.utf8 {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
            word = (word << 6 | value) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: word >> bits))
            }
        }
        return string(output) == text ? output : nil
    }
}
