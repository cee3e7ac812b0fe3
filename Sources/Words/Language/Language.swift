/// A language of the interface.
public struct Language: Sendable, Hashable {
    public enum Direction: String, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// BCP 47 tag, e.g. `zh-Hans`.
    public let tag: String
    public let direction: Direction
    /// The language's name in itself, e.g. 简体中文.
    public let name: String

    public init(tag: String, direction: Direction = .leftToRight, name: String) {
        self.tag = tag
        self.direction = direction
        self.name = name
    }

    public static let english = Language(tag: "en", name: "English")

    /// The tag's first part, e.g. `zh`.
    public var base: String {
        String(tag.prefix { $0 != "-" })
    }
}
