import Foundation

/// Keys whose byte order is the order of names in one language.
enum SortKey {
    /// Latin, Cyrillic and Arabic names: without marks, case and, in Arabic, the article.
    ///
    /// Depends on nothing but the text, so that every replay makes the same key.
    static func folded(_ name: String, language: String) -> String {
        var key = ""
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .dashPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation,
                .finalPunctuation:
                key += " "
            default: key += scalar.properties.lowercaseMapping
            }
        }
        key = key.replacing("ı", with: "i").split(separator: " ").joined(separator: " ")
        if language == "ar", key.hasPrefix("ال"), key.count > 4 { key.removeFirst(2) }
        return key
    }
}
