extension TextLanguage {
    /// The language of a text by its script, then by its commonest words. Looks at the middle of a
    /// long text, since the head of a web page may be in another language.
    public static func detect(from text: String) -> TextLanguage {
        detect(from: Array(text.utf8))
    }

    static func detect(from bytes: [UInt8]) -> TextLanguage {
        let sample = 60_000
        let start = bytes.count > 2 * sample ? sample / 4 : 0
        var tally = ScriptTally()
        var index = start
        let end = min(bytes.count, start + sample)
        var word: [UInt32] = []
        while index < end {
            let scalar = UTF8Walk.next(bytes, &index, end).scalar
            tally.count(scalar)
            let folded = Folding.fold(scalar)
            if folded >= 0x61, folded <= 0x7A {
                if word.count < 6 { word.append(folded) }
            } else if !word.isEmpty {
                tally.count(word: word)
                word.removeAll(keepingCapacity: true)
            }
        }
        return tally.language
    }
}

/// Counts what tells languages apart.
private struct ScriptTally {
    private var han = 0
    private var traditional = 0
    private var simplified = 0
    private var cyrillic = 0
    private var arabic = 0
    private var latin = 0
    private var words = [TextLanguage: Int]()

    private static let common: [String: TextLanguage] = [
        "the": .english, "of": .english, "and": .english, "that": .english, "its": .english,
        "le": .french, "les": .french, "des": .french, "du": .french, "et": .french, "aux": .french,
        "el": .spanish, "los": .spanish, "las": .spanish, "del": .spanish, "y": .spanish, "su": .spanish,
    ]

    mutating func count(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: latin += 1
        case 0x400...0x4FF: cyrillic += 1
        case 0x600...0x6FF: arabic += 1
        case 0x3400...0x9FFF:
            han += 1
            if Folding.isTraditional(scalar) { traditional += 1 }
            if Folding.isSimplified(scalar) { simplified += 1 }
        default: break
        }
    }

    mutating func count(word: [UInt32]) {
        var text = ""
        for scalar in word { if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) } }
        if let language = Self.common[text] { words[language, default: 0] += 1 }
    }

    var language: TextLanguage {
        // One character of Chinese says about as much as four letters do.
        let counts = [(han * 4, 0), (cyrillic, 1), (arabic, 2), (latin, 3)]
        guard let (count, script) = counts.max(by: { $0.0 < $1.0 }), count >= 8 else {
            return .undetermined
        }
        switch script {
        case 0: return traditional > simplified ? .traditionalChinese : .simplifiedChinese
        case 1: return .russian
        case 2: return .arabic
        default:
            let best = words.max { ($0.value, $1.key) < ($1.value, $0.key) }
            return best.map { $0.key } ?? .undetermined
        }
    }
}
