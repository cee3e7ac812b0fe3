/// Everything that the product says in one language.
///
/// A message is looked up by its key, with named arguments: `words("visit-list.title", ["year": 2023])`.
/// What the language lacks is said in English; what English lacks too shows its key in brackets, so that
/// a gap is seen and nothing stops.
public struct Words: Sendable {
    public let language: Language
    let own: [String: Message]
    let fallback: [String: Message]
    let rule: PluralRule
    let fallbackRule: PluralRule

    /// - Parameters:
    ///   - own: the messages of this language by key.
    ///   - fallback: those of English.
    init(language: Language, own: [String: Message], fallback: [String: Message]) {
        self.language = language
        self.own = own
        self.fallback = fallback
        rule = PluralRule.of(language)
        fallbackRule = PluralRule.of(.english)
    }

    /// The message under a key, without arguments.
    public func callAsFunction(_ key: String) -> String {
        self(key, [:])
    }

    /// The message under a key, its placeholders filled in.
    ///
    /// - Parameter arguments: texts and whole numbers by placeholder. The number that chooses a plural form
    ///   is written with the language's grouping, every other number as it is: a year has no comma.
    public func callAsFunction(_ key: String, _ arguments: [String: any WordArgument]) -> String {
        if let message = own[key] { return message.text(arguments, rule: rule, number: number) }
        if let message = fallback[key] {
            return message.text(arguments, rule: fallbackRule, number: number)
        }
        return "[\(key)]"
    }

    /// Whether this language, or English in its place, has the key: for codes that arrive at run time.
    public func has(_ key: String) -> Bool {
        own[key] != nil || fallback[key] != nil
    }

    /// The message under a key, if this very language has it.
    func ownText(_ key: String, _ arguments: [String: any WordArgument] = [:]) -> String? {
        own[key].map { $0.text(arguments, rule: rule, number: number) }
    }
}
