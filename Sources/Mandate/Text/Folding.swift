/// One form for what is printed in many: small letters without accents, half-width digits and
/// punctuation, simplified characters. Scalar for scalar, so that offsets stay those of the print.
enum Folding {
    /// Takes the place of a scalar that carries no meaning here (marks of reading, joiners).
    static let nothing: UInt32 = 0

    @inline(__always)
    static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 {
            return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar
        }
        if scalar >= 0x4E00, scalar < 0x4E00 + UInt32(characters.count) {
            return UInt32(characters[Int(scalar - 0x4E00)])
        }
        return foldRare(scalar)
    }

    private static func foldRare(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: 0x22
        case 0x60, 0xB4, 0x2BC, 0x2018...0x201B, 0x2032: 0x27
        case 0xAD, 0xB2, 0xB3, 0xB9, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x2069, 0x2070...0x208E, 0xFEFF:
            nothing
        case 0xC0...0x17F: latin(scalar)
        case 0x401, 0x451: 0x435
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        case 0x600...0x6FF: arabic(scalar)
        case 0x2010...0x2015, 0x2212: 0x2D
        case 0x2026: 0x2E
        case 0xFF01...0xFF5E: fold(scalar - 0xFEE0)
        case 0xFF61: 0x3002
        case 0xFF0F: 0x2F
        default: scalar
        }
    }

    private static func latin(_ scalar: UInt32) -> UInt32 {
        let base: Unicode.Scalar =
            switch scalar {
            case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
            case 0xC7, 0xE7, 0x106...0x10D: "c"
            case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
            case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
            case 0xD1, 0xF1, 0x143...0x148: "n"
            case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
            case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
            case 0xDD, 0xFD, 0xFF: "y"
            case 0x15A...0x161: "s"
            case 0x179...0x17E: "z"
            default: "\u{0}"
            }
        return base.value == 0 ? scalar : base.value
    }

    private static func arabic(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x60C: 0x2C
        case 0x61B: 0x3B
        case 0x622, 0x623, 0x625, 0x671: 0x627
        case 0x649, 0x6CC: 0x64A
        case 0x660...0x669: scalar - 0x660 + 0x30
        case 0x6F0...0x6F9: scalar - 0x6F0 + 0x30
        case 0x640, 0x64B...0x652, 0x670: nothing
        default: scalar
        }
    }

    static func isTraditional(_ scalar: UInt32) -> Bool {
        scalar >= 0x4E00 && scalar < 0x4E00 + UInt32(characters.count)
            && UInt32(characters[Int(scalar - 0x4E00)]) != scalar
    }

    static func isSimplified(_ scalar: UInt32) -> Bool {
        scalar <= 0xFFFF && onlySimplified.contains(UInt16(scalar))
    }

    /// Han characters, kana and their punctuation: written without blanks.
    static func isIdeographic(_ scalar: UInt32) -> Bool {
        (0x3000...0x303F).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
            || (0xFF00...0xFFEF).contains(scalar) || (0x3220...0x3243).contains(scalar)
    }

    static func isLetter(_ folded: UInt32) -> Bool {
        switch folded {
        case 0x61...0x7A, 0x41...0x5A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x52F: true
        case 0x620...0x64A, 0x66E...0x6D3: true
        default: false
        }
    }

    static func isDigit(_ folded: UInt32) -> Bool {
        folded >= 0x30 && folded <= 0x39
    }

    private static let characters: [UInt16] = {
        var table = (0..<0x5200).map { UInt16($0 + 0x4E00) }
        for pair in CharacterPairs.all {
            table[Int(pair.traditional) - 0x4E00] = pair.simplified
        }
        return table
    }()

    private static let onlySimplified = Set(CharacterPairs.all.map(\.simplified))
        .subtracting(CharacterPairs.usedInBoth)
}
