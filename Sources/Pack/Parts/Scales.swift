extension PackAssembly {
    func scales() -> [Pack.Scale] {
        items("scales.yaml").compactMap { place in
            guard let fields = place.fields(["code", "name", "options", "outside", "assumption"]),
                let code = fields.code(), let name = fields.localized("name", languages)
            else { return nil }
            let inside = fields.items("options").compactMap { option($0, isOutside: false) }
            let outside = fields["outside"]?.items().compactMap { option($0, isOutside: true) } ?? []
            return Pack.Scale(
                code: code, name: name, options: inside + outside,
                assumption: fields.optionalText("assumption", atMost: 10))
        }
    }

    func stageLimits() -> [Pack.StageLimit] {
        let known: Set = ["code", "name", "amount", "unit", "effect", "paragraph", "source", "assumption"]
        return items("stage-limits.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let name = fields.localized("name", languages),
                let amount = fields.whole("amount", in: 1...3_660),
                let unit = fields.choice("unit", Pack.StageLimit.Unit.self),
                let effect = fields.choice("effect", Pack.StageLimit.Effect.self)
            else { return nil }
            if ["paragraph", "source", "assumption"].allSatisfy({ fields[$0] == nil }) {
                place.note(
                    .noBasis, "The limit \(code.quoted) rests on nothing.",
                    "Add `paragraph`, `source`, or the number of its `assumption`.")
            }
            return Pack.StageLimit(
                code: code, name: name, amount: amount, unit: unit, effect: effect,
                paragraph: fields.optionalParagraph("paragraph"), source: fields.optionalText("source"),
                assumption: fields.optionalText("assumption", atMost: 10))
        }
    }

    func shareWords() -> [Pack.ShareWord] {
        let known: Set = ["code", "name", "from", "to", "includes-from", "includes-to"]
        return items("share-words.yaml").compactMap { place in
            guard let fields = place.fields(known), let code = fields.code(),
                let name = fields.localized("name", languages), let from = fields.number("from", in: 0...100),
                let to = fields.number("to", in: 0...100)
            else { return nil }
            return Pack.ShareWord(
                code: code, name: name, from: from, to: to, includesFrom: fields.flag("includes-from"),
                includesTo: fields.flag("includes-to"))
        }
    }

    private func option(_ place: Place, isOutside: Bool) -> Pack.Scale.Option? {
        guard let fields = place.fields(["code", "name", "anchor"]), let code = fields.code(),
            let name = fields.localized("name", languages)
        else { return nil }
        return Pack.Scale.Option(
            code: code, name: name, isOutside: isOutside,
            anchor: fields.optionalLocalized("anchor", languages))
    }
}
