extension PackAssembly {
    func offices() -> [Pack.Office] {
        items("offices.yaml").compactMap { place in
            guard let fields = place.fields(["code", "name", "mark", "signatory"]),
                let code = fields.choice("code", Pack.Office.Code.self),
                let name = fields.localized("name", languages), let mark = fields.code("mark"),
                let signatory = fields.localized("signatory", languages)
            else { return nil }
            return Pack.Office(code: code, name: name, mark: mark, signatory: signatory)
        }
    }

    func letters() -> [Pack.Letter] {
        var known: Set<String> = []
        return items("letters.yaml").compactMap { place in
            guard let fields = place.fields(["code", "form", "office", "name", "paragraphs"]),
                let code = fields.code(), let form = fields.choice("form", Pack.Letter.Form.self),
                let office = fields.choice("office", Pack.Office.Code.self),
                let name = fields.localized("name", languages)
            else { return nil }
            if !known.insert(code).inserted {
                place.note(.duplicate, "The letter \(code.quoted) is there twice.", "Keep one.")
            }
            let paragraphs = fields.items("paragraphs").compactMap { paragraph($0) }
            if paragraphs.isEmpty {
                place.note(.gap, "The letter \(code.quoted) has no text.", "Add a paragraph.")
            }
            return Pack.Letter(code: code, form: form, office: office, name: name, paragraphs: paragraphs)
        }
    }

    /// A paragraph with placeholders that are known, the same in each language.
    private func paragraph(_ place: Place) -> LocalizedText? {
        guard let text = place.localized(languages, atMost: 2_000) else { return nil }
        var first: Set<String>?
        for (language, words) in text.values.sorted(by: { $0.key < $1.key }) {
            let found = Pack.Letter.placeholders(in: words)
            for (word, known) in found where known == nil {
                let all = Pack.Letter.Placeholder.allCases.map { "{\($0.rawValue)}" }
                place.note(
                    .badChoice, "{\(word)} stands for nothing that is known, in \(language).",
                    "Use one of: \(all.joined(separator: ", ")).")
            }
            let own = Set(found.map(\.word))
            if let first, first != own {
                place.note(
                    .gap, "The placeholders in \(language) are not those of the other languages.",
                    "Use the same in each.")
            }
            first = first ?? own
        }
        return text
    }
}
