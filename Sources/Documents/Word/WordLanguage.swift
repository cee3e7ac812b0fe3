/// What a language asks of a word processor: its tag, its fonts, its direction.
struct WordLanguage {
    /// As word processors write it: with a place, and without a script.
    let tag: String
    let isRightToLeft: Bool
    let isEastAsian: Bool
    /// For letters of East Asia, whichever language the document is in.
    let eastAsianFont: String

    static let latinFont = "Noto Serif"
    static let rightToLeftFont = "Noto Naskh Arabic"

    init(_ tag: String) {
        let base = tag.prefix { $0 != "-" }
        isRightToLeft = ["ar", "fa", "he", "ur"].contains(base)
        isEastAsian = ["zh", "ja", "ko"].contains(base)
        let isTraditional = tag == "zh-Hant"
        eastAsianFont = isTraditional ? "Noto Serif CJK TC" : "Noto Serif CJK SC"
        self.tag =
            switch tag {
            case "zh-Hans", "zh": "zh-CN"
            case "zh-Hant": "zh-TW"
            case "en": "en-GB"
            case "ar": "ar-SA"
            case "fr": "fr-FR"
            case "es": "es-ES"
            case "ru": "ru-RU"
            default: tag
            }
    }
}
