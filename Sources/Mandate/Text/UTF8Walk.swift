/// Walks over bytes scalar by scalar; a byte that is no UTF-8 is read as Windows-1252 would.
enum UTF8Walk {
    /// - Parameter index: moved behind the scalar; must be less than `end`.
    @inline(__always)
    static func next(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> (scalar: UInt32, valid: Bool) {
        let first = bytes[index]
        if first < 0x80 {
            index += 1
            return (UInt32(first), true)
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        if first >= 0xC2, first < 0xF5, index + length <= end {
            var value = UInt32(first) & (0x7F >> UInt32(length))
            var position = index + 1
            while position < index + length, bytes[position] & 0xC0 == 0x80 {
                value = value << 6 | UInt32(bytes[position] & 0x3F)
                position += 1
            }
            let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
            let isScalar = value >= least && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
            if position == index + length, isScalar {
                index = position
                return (value, true)
            }
        }
        index += 1
        return (windows1252(first), false)
    }

    private static func windows1252(_ byte: UInt8) -> UInt32 {
        switch byte {
        case 0x85: 0x2026
        case 0x91, 0x92: 0x2019
        case 0x93, 0x94: 0x201D
        case 0x96, 0x97: 0x2013
        case 0x9C: 0x153
        case 0x80...0x9F: 0xFFFD
        default: UInt32(byte)
        }
    }

    /// Appends one scalar as UTF-8.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(0xC0 | UInt8(scalar >> 6))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(0xE0 | UInt8(scalar >> 12))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(scalar >> 18 & 0x07))
            bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
