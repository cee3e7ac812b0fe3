extension Place {
    /// A text in several languages: those that must be complete are there, none is unknown.
    func localized(_ languages: PackLanguages, atMost most: Int = 600) -> LocalizedText? {
        guard let fields = fields(languages.all) else { return nil }
        return fields.localized(languages, atMost: most)
    }
}

extension Fields {
    func localized(_ key: String, _ languages: PackLanguages, atMost most: Int = 600) -> LocalizedText? {
        required(key)?.localized(languages, atMost: most)
    }

    func optionalLocalized(_ key: String, _ languages: PackLanguages) -> LocalizedText? {
        values[key]?.localized(languages)
    }

    /// The languages among this mapping's keys, where the mapping has other keys too.
    func localized(_ languages: PackLanguages, atMost most: Int = 600) -> LocalizedText? {
        var texts: [String: String] = [:]
        for language in languages.all {
            texts[language] = values[language]?.text(atMost: most)
        }
        if texts["zh-Hant"] == nil, let simplified = texts["zh-Hans"],
            let traditional = languages.traditional[simplified]
        {
            texts["zh-Hant"] = traditional
        }
        for language in languages.complete where texts[language] == nil && values[language] == nil {
            place.note(
                .missingLanguage, "The text is missing in \(language).",
                "Add `\(language): …` beside the others.")
        }
        return texts.isEmpty ? nil : LocalizedText(texts)
    }
}
