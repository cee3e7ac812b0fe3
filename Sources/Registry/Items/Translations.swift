import Record

/// In which language a text was written first, and how its other languages stand to it.
public struct Translations: Hashable, Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// It says what the original says, as far as its writer knows.
        case translated
        /// Somebody else compared it with the original.
        case checked
        /// The original changed after it.
        case behind
    }

    /// How one language stands, and who wrote it so.
    public struct Rendering: Hashable, Sendable {
        public let status: Status
        /// Identifier of the person.
        let by: String
    }

    /// Tag of the language in which it was written first.
    public let original: String
    public let others: [String: Rendering]

    init(original: String, others: [String: Rendering]) { (self.original, self.others) = (original, others) }
}

extension Translations {
    /// How the languages of a text stand once it is written or written anew.
    ///
    /// - Parameters:
    ///   - former: how they stood; nil for a first version, or one from before this was kept.
    ///   - before: the texts of the version before.
    ///   - now: the texts as they are written.
    ///   - person: who writes.
    static func written(
        after former: Translations?, _ before: [String: String], now: [String: String], by person: String
    ) -> Translations {
        let original = original(of: now, former)
        let isSame = before[original] == now[original]
        var others: [String: Rendering] = [:]
        for (language, text) in now where language != original {
            if before[language] != text {
                others[language] = Rendering(status: .translated, by: person)
            } else if isSame {
                others[language] = former?.others[language] ?? Rendering(status: .translated, by: person)
            } else {
                others[language] = Rendering(status: .behind, by: former?.others[language]?.by ?? person)
            }
        }
        return Translations(original: original, others: others)
    }

    /// What it was before, as long as there is text in it; else English where there are several.
    static func original(of texts: [String: String], _ former: Translations?) -> String {
        if let former, texts[former.original] != nil { return former.original }
        return texts["en"] == nil ? texts.keys.min() ?? "en" : "en"
    }

    /// Translations that a person may still check: neither their own, nor behind the original.
    public func languagesToCheck(by person: String) -> [String] {
        others.filter { $0.value.status == .translated && $0.value.by != person }.keys.sorted()
    }

    /// The same, with one translation checked.
    func checked(_ language: String, by person: String) -> Translations {
        var others = others
        others[language] = Rendering(status: .checked, by: person)
        return Translations(original: original, others: others)
    }
}

extension Translations {
    /// As it stands among the codes of a version: `{"original": "en", "zh-Hans": {"by": …, "status": "behind"}}`.
    init?(_ json: JSONValue?) {
        guard let object = json?.object, let original = object["original"]?.string else { return nil }
        self.original = original
        others = object.compactMapValues { value in
            value.object?["status"]?.string.flatMap(Status.init(rawValue:)).map {
                Rendering(status: $0, by: value.object?["by"]?.string ?? "")
            }
        }
    }

    var json: JSONValue {
        .object(
            others.mapValues { .object(["status": .string($0.status.rawValue), "by": .string($0.by)]) }
                .merging(["original": .string(original)]) { $1 })
    }
}

extension ItemView {
    /// How the languages of its text stand; nil where that is not kept.
    public var translations: Translations? {
        guard ItemType.translated.contains(type) else { return nil }
        return Translations(detail["translations"])
    }
}
