extension PackAssembly {
    func criteria() -> [Pack.Criterion] {
        items("criteria.yaml").compactMap { place in
            guard let fields = place.fields(["code", "name", "weight", "paragraph", "assumption"]),
                let code = fields.code(), let name = fields.localized("name", languages),
                let weight = fields.whole("weight", in: 0...100),
                let paragraph = fields.paragraph("paragraph")
            else { return nil }
            return Pack.Criterion(
                code: code, name: name, weight: weight, paragraph: paragraph,
                assumption: fields.optionalText("assumption", atMost: 10))
        }
    }

    func figures() -> [Pack.Figure] {
        items("figures.yaml").compactMap { place in
            guard let fields = place.fields(["code", "name", "number", "choice", "source", "assumption"]),
                let code = fields.code(), let name = fields.localized("name", languages)
            else { return nil }
            let value: Pack.Figure.Value
            if fields["choice"] != nil {
                guard let choice = fields.code("choice") else { return nil }
                value = .choice(choice)
            } else {
                guard let number = fields.number("number", in: -1e9...1e9) else { return nil }
                value = .number(number)
            }
            return Pack.Figure(
                code: code, name: name, value: value, source: fields.optionalText("source"),
                assumption: fields.optionalText("assumption", atMost: 10))
        }
    }

    func assumptions() -> [Pack.Assumption] {
        items("assumptions.yaml").compactMap { place in
            guard let fields = place.fields(["code", "question", "taken", "because"]),
                let code = fields.code(),
                let question = fields.localized("question", languages),
                let taken = fields.localized("taken", languages),
                let because = fields.localized("because", languages)
            else { return nil }
            return Pack.Assumption(code: code, question: question, taken: taken, because: because)
        }
    }
}
