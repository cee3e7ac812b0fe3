extension PackAssembly {
    func holidays() -> [Pack.Holiday] {
        items("holidays.yaml").compactMap { place in
            guard let fields = place.fields(["on", "name", "assumption"]), let on = fields.date("on"),
                let name = fields.localized("name", languages)
            else { return nil }
            return Pack.Holiday(
                on: on, name: name, assumption: fields.optionalText("assumption", atMost: 10))
        }
    }
}
