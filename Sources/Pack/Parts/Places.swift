extension PackAssembly {
    func entities() -> [Pack.Entity] {
        let known: Set = ["code", "name", "un-system", "compact", "assumption"]
        return items("entities.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let name = fields.localized("name", languages)
            else { return nil }
            return Pack.Entity(
                code: code, name: name, belongsToUNSystem: fields.flag("un-system"),
                isInCompact: fields.flag("compact"), isAssumption: fields.flag("assumption"))
        }
    }

    func states() -> [Pack.State] {
        let known = Set(["code", "m49", "pinyin", "short", "filled"]).union(languages.all)
        return items("states.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = stateCode(fields["code"] ?? place),
                let name = fields.localized(languages, atMost: 120)
            else { return nil }
            let short = fields["short"]?.fields(languages.all).map { shorter(name, $0) } ?? name
            return Pack.State(
                code: code, m49: m49(fields["m49"]), name: name, shortName: short,
                filledLanguages: filled(fields["filled"]), sortKeys: sortKeys(name, fields))
        }
    }

    func regions() -> [Pack.Region] {
        let known: Set = [
            "code", "kind", "name", "within", "edition", "members", "uncertain", "observers", "assumption",
        ]
        return items("regions.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let kind = fields.choice("kind", Pack.Region.Kind.self),
                let name = fields.localized("name", languages)
            else { return nil }
            let sure = fields.texts("members").map { Pack.Region.Member(state: $0, isUncertain: false) }
            let unsure = fields.texts("uncertain").map { Pack.Region.Member(state: $0, isUncertain: true) }
            return Pack.Region(
                code: code, kind: kind, name: name,
                within: fields["within"] == nil ? nil : fields.code("within"),
                edition: fields.optionalText("edition", atMost: 20),
                members: (sure + unsure).sorted { $0.state < $1.state },
                observers: fields.texts("observers").sorted(), isAssumption: fields.flag("assumption"))
        }
    }

    private func stateCode(_ place: Place) -> String? {
        guard let text = place.text(atMost: 20) else { return nil }
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
            place.note(
                .badCode, "\(text.quoted) is no State's code.",
                "Write three capital letters, as ISO 3166-1 does.")
            return nil
        }
        return text
    }

    private func m49(_ place: Place?) -> String? {
        guard let place, let text = place.text(atMost: 10) else { return nil }
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            place.note(.badCode, "\(text.quoted) is no M49 number.", "Write three digits in quotes.")
            return nil
        }
        return text
    }

    private func shorter(_ name: LocalizedText, _ fields: Fields) -> LocalizedText {
        var values = name.values
        for (language, place) in fields.values {
            values[language] = place.text(atMost: 60) ?? values[language]
        }
        if let simplified = values["zh-Hans"], simplified != name.values["zh-Hans"] {
            values["zh-Hant"] = languages.traditional[simplified] ?? simplified
        }
        return LocalizedText(values)
    }

    private func filled(_ place: Place?) -> [String] {
        guard let place, let text = place.text(atMost: 60) else { return [] }
        let tags = text.split(separator: " ").map(String.init)
        for tag in tags where !languages.all.contains(tag) {
            place.note(.unknownLanguage, "\(tag.quoted) is not among the pack's languages.", "Take it out.")
        }
        return tags
    }

    private func sortKeys(_ name: LocalizedText, _ fields: Fields) -> [String: String] {
        let pinyin = fields.optionalText("pinyin", atMost: 120)
        var keys: [String: String] = [:]
        for (language, text) in name.values {
            let isChinese = language.hasPrefix("zh")
            keys[language] = isChinese ? pinyin ?? text : SortKey.folded(text, language: language)
        }
        if pinyin == nil && name.values["zh-Hans"] != nil {
            fields.place.note(
                .missingKey, "The key “pinyin” is missing.", "Add it: Chinese names are put in order by it.")
        }
        return keys
    }
}
