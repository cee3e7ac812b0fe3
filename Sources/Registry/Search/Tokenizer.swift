/// Turns text into the words that both engines index and look for: lower-case words, and overlapping pairs for
/// scripts that write without spaces.
///
/// Pure, so that SQLite and PostgreSQL find the same; 安全理事会 gives 安全 全理 理事 事会.
public enum Tokenizer {
    /// Distinct words in order of first appearance.
    ///
    /// - Parameter isQuery: a lone ideograph is looked for as a prefix of pairs, so it is kept as it is.
    public static func words(in text: String) -> [String] {
        var seen: Set<String> = []
        return all(in: text).filter { seen.insert($0).inserted }
    }

    /// Every word, in order.
    public static func all(in text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var run: [Unicode.Scalar] = []
        func closeWord() {
            if !word.isEmpty { words.append(String(word.lowercased().prefix(64))) }
            word = ""
        }
        func closeRun() {
            if run.count == 1 { words.append(String(run[0])) }
            for (left, right) in zip(run, run.dropFirst()) { words.append(String(left) + String(right)) }
            run = []
        }
        for scalar in text.unicodeScalars {
            if isIdeograph(scalar) {
                closeWord()
                run.append(simplified(scalar))
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                closeRun()
                word.unicodeScalars.append(folded(scalar))
            } else if scalar.properties.generalCategory != .nonspacingMark {
                closeWord()
                closeRun()
            }
        }
        closeWord()
        closeRun()
        return words
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3040...0x30FF: true
        default: false
        }
    }

    /// Letters with marks are found without them: é as e.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value > 0x7F else { return scalar }
        let decomposed = String(scalar).decomposedForSearch
        return decomposed ?? scalar
    }

    /// Hook for one script finding the other; see `Variants`.
    private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ChineseVariants.simplified[scalar] ?? scalar
    }
}
