extension PackAssembly {
    func standardTexts() -> [Pack.StandardText] {
        items("standard-texts.yaml").compactMap { place in
            guard let fields = place.fields(["code", "theme", "text"]), let code = fields.code(),
                let theme = fields.code("theme"), let text = fields.localized("text", languages)
            else { return nil }
            return Pack.StandardText(code: code, theme: theme, text: text)
        }
    }
}
