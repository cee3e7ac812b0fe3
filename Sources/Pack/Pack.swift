/// One version of a mandate as data: everything that the program knows about this body of law and these States.
///
/// Made by `PackLoader` from files alone, so that the same files always give the same pack. Lists keep the
/// order of their files; what has no order of its own stands by code.
public struct Pack: Sendable, Hashable {
    /// Short name for people and logs, e.g. `counter-terrorism`.
    public let name: String
    /// Version for people, e.g. `2026.11`; what identifies a version is the hash of its files.
    public let version: String
    public let title: LocalizedText
    /// IANA name of the zone whose midnight begins a day, e.g. `America/New_York`.
    public let timeZone: String
    /// BCP 47 tags of the languages in which the pack has anything.
    public let languages: [String]
    /// The languages in which nothing may be missing.
    public let completeLanguages: [String]
    public let resolutions: [Resolution]
    public let themes: [Theme]
    public let requirements: [Requirement]
    public let entities: [Entity]
    public let states: [State]
    public let regions: [Region]
    public let scales: [Scale]
    public let stageLimits: [StageLimit]
    public let criteria: [Criterion]
    public let figures: [Figure]
    public let shareWords: [ShareWord]
    public let authorities: [AuthorityRule]
    /// Codes of the parts of the program that this body uses, e.g. `mandate`, `duties`.
    public let capabilities: [String]
    public let assumptions: [Assumption]
    public let questionnaires: [Questionnaire]
    /// Days without work at the body's seat, beside weekends; a year without any has not been entered.
    public let holidays: [Holiday]
    /// From whom letters go and to whom they come; empty where the body keeps none here.
    public let offices: [Office]
    public let letters: [Letter]
    /// Texts of resolutions by their path in the pack.
    public let texts: [String: [UInt8]]
}

extension Pack {
    /// The paragraphs that allow an act on a day.
    ///
    /// - Parameters:
    ///   - key: the act's authority, e.g. `duty.confirm`.
    ///   - day: ISO 8601 date, e.g. `2024-03-01`.
    /// - Returns: paragraphs in the order of the file; empty: nothing allows it on that day.
    public func authority(_ key: String, on day: String) -> [String] {
        var found: [String] = []
        for rule in authorities where rule.key == key && rule.holds(on: day) {
            for paragraph in rule.paragraphs where !found.contains(paragraph) { found.append(paragraph) }
        }
        return found
    }

    /// The number of days, months or working days that a stage may take, by its code.
    public func stageLimit(_ code: String) -> StageLimit? { stageLimits.first { $0.code == code } }

    /// Whether this body uses a part of the program.
    public func uses(_ capability: String) -> Bool { capabilities.contains(capability) }
}
