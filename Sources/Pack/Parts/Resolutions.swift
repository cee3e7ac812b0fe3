extension PackAssembly {
    func resolutions() -> [Pack.Resolution] {
        let known: Set = ["symbol", "adopted", "title", "operative", "preambular", "texts", "successions"]
        return items("resolutions.yaml").compactMap { place in
            guard let fields = place.fields(known), let symbol = fields.required("symbol")?.symbol(),
                let adopted = fields.date("adopted"), let title = fields.localized("title", languages)
            else { return nil }
            return Pack.Resolution(
                symbol: symbol, adopted: adopted, title: title,
                operativeCount: fields.optionalWhole("operative", in: 1...999),
                preambularCount: fields.optionalWhole("preambular", in: 1...999),
                texts: fields["texts"]?.items().compactMap(text) ?? [],
                successions: fields["successions"]?.items().compactMap(succession) ?? [])
        }
    }

    private func text(_ place: Place) -> Pack.Resolution.Text? {
        guard let fields = place.fields(["language", "file", "source", "official"]),
            let language = fields.text("language", atMost: 20), let file = fields.text("file", atMost: 200),
            let source = fields.text("source")
        else { return nil }
        if !languages.all.contains(language) {
            place.note(
                .unknownLanguage, "\(language.quoted) is not among the pack's languages.",
                "Add it to `languages` in pack.yaml.")
        }
        if shelf.bytes[file] == nil || !file.hasPrefix("resolutions/") {
            place.note(
                .missingFile, "The text \(file.quoted) is not in the pack.",
                "Add the file under `resolutions/`, or take the line out.")
        }
        return Pack.Resolution.Text(
            language: language, file: file, source: source, isOfficial: fields.flag("official"))
    }

    private func succession(_ place: Place) -> Pack.Resolution.Succession? {
        guard let fields = place.fields(["kind", "of", "until", "source", "uncertain"]),
            let kind = fields.choice("kind", Pack.Resolution.Succession.Kind.self),
            let of = fields.required("of")?.symbol(), let source = fields.text("source")
        else { return nil }
        return Pack.Resolution.Succession(
            kind: kind, of: of, until: fields.optionalDate("until"), source: source,
            isUncertain: fields.flag("uncertain"))
    }
}
