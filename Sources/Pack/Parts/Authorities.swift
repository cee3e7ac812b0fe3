extension PackAssembly {
    func authorities() -> [Pack.AuthorityRule] {
        let known: Set = ["key", "paragraphs", "from", "until", "assumption", "because"]
        return items("authorities.yaml").compactMap { place in
            guard let fields = place.fields(known), let key = fields.code("key"),
                let from = fields.date("from")
            else { return nil }
            let paragraphs = fields.items("paragraphs").compactMap { $0.paragraph() }
            if paragraphs.isEmpty {
                place.note(
                    .noBasis, "The authority \(key.quoted) names no paragraph.",
                    "Add `paragraphs: […]`, or take it out: the act is then disabled.")
            }
            let until = fields.optionalDate("until")
            if let until, until < from {
                fields["until"]?.note(
                    .badDate, "The authority \(key.quoted) ends before it begins.", "Mend `from` or `until`.")
            }
            return Pack.AuthorityRule(
                key: key, paragraphs: paragraphs, from: from, until: until,
                isAssumption: fields.flag("assumption"),
                because: fields.optionalLocalized("because", languages))
        }
    }

    func capabilities() -> [String] {
        items("capabilities.yaml").compactMap { $0.text(atMost: 60) }
    }
}
