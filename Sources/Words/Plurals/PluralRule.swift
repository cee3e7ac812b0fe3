/// Which form a whole number takes in one language.
///
/// - Source: CLDR 41, `plurals.xml`, cardinal numbers; here for whole numbers alone.
struct PluralRule: Sendable {
    let category: @Sendable (Int) -> PluralCategory

    static func of(_ language: Language) -> PluralRule {
        switch language.base {
        case "en": PluralRule(category: english)
        case "fr": PluralRule(category: french)
        case "es": PluralRule(category: spanish)
        case "ru": PluralRule(category: russian)
        case "ar": PluralRule(category: arabic)
        // One form for every number: Chinese, and whatever language has no rule here yet.
        default: PluralRule(category: { _ in .other })
        }
    }

    @Sendable static func english(_ number: Int) -> PluralCategory {
        number.magnitude == 1 ? .one : .other
    }

    /// Nothing and one alike are singular; whole millions take `de` and a form of their own.
    @Sendable static func french(_ number: Int) -> PluralCategory {
        if number.magnitude <= 1 { return .one }
        return number % 1_000_000 == 0 ? .many : .other
    }

    @Sendable static func spanish(_ number: Int) -> PluralCategory {
        if number.magnitude == 1 { return .one }
        return number != 0 && number % 1_000_000 == 0 ? .many : .other
    }

    @Sendable static func russian(_ number: Int) -> PluralCategory {
        let (tens, ones) = (number.magnitude % 100, number.magnitude % 10)
        if ones == 1 && tens != 11 { return .one }
        if (2...4).contains(ones) && !(12...14).contains(tens) { return .few }
        return .many
    }

    @Sendable static func arabic(_ number: Int) -> PluralCategory {
        switch (number.magnitude, number.magnitude % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
