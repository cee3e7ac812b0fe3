extension PackAssembly {
    func themes() -> [Pack.Theme] {
        items("themes.yaml").compactMap { place in
            guard let fields = place.fields(["code", "name", "cross-cutting"]), let code = fields.code(),
                let name = fields.localized("name", languages)
            else { return nil }
            return Pack.Theme(code: code, name: name, isCrossCutting: fields.flag("cross-cutting"))
        }
    }

    func requirements() -> [Pack.Requirement] {
        let own: Set = ["code", "theme", "paragraphs", "uncertain", "standards", "force"]
        let known = own.union(languages.all)
        return items("requirements.yaml", atMost: 2_000).compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let theme = fields.code("theme"),
                let text = fields.localized(languages),
                let force = fields.choice("force", Pack.Requirement.Force.self)
            else { return nil }
            let checked = fields["paragraphs"]?.items().compactMap { $0.paragraph() } ?? []
            let uncertain = fields["uncertain"]?.items().compactMap { $0.paragraph() } ?? []
            if checked.isEmpty && uncertain.isEmpty {
                place.note(
                    .noBasis, "The requirement \(code.quoted) rests on no paragraph.",
                    "Add `paragraphs: […]`, or `uncertain: […]` where nobody has read it.")
            }
            return Pack.Requirement(
                code: code, theme: theme, text: text, paragraphs: checked + uncertain,
                uncertainParagraphs: uncertain, standards: fields.texts("standards"), force: force)
        }
    }
}
