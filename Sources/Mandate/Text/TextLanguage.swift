/// The language of a text, as a tag of BCP 47.
public struct TextLanguage: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let english = Self(rawValue: "en")
    public static let french = Self(rawValue: "fr")
    public static let spanish = Self(rawValue: "es")
    public static let russian = Self(rawValue: "ru")
    public static let arabic = Self(rawValue: "ar")
    public static let traditionalChinese = Self(rawValue: "zh-Hant")
    public static let simplifiedChinese = Self(rawValue: "zh-Hans")
    /// Too little text to tell.
    public static let undetermined = Self(rawValue: "und")

    public var isChinese: Bool { rawValue.hasPrefix("zh") }
    public var isRightToLeft: Bool { self == .arabic }
}

extension TextLanguage: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
