import Disclosure
import Record
import Storage

extension Tables {
    /// What a version has beside its words, with how the languages of these stand.
    func detail(of item: Item, _ entry: RecordEntry) throws -> [String: JSONValue] {
        guard ItemType.translated.contains(item.type), let now = item.body?.texts else { return item.detail }
        let row = try connection.query(
            "SELECT body, detail FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1", ["id": item.id]
        ).first
        let kept = try row?.optional("detail", as: String.self).flatMap { try JSONValue(parsing: $0).object }
        let former = Translations(kept?["translations"])
        guard let original = item.original ?? former?.original else { return item.detail }
        let body = try row?.optional("body", as: String.self)
        let before = try body.map { try LocalizedWording(stored: $0).texts } ?? [:]
        let written = Translations.written(
            after: Translations(original: original, others: former?.others ?? [:]), before, now: now,
            by: entry.performer.person?.rawValue ?? "")
        return item.detail.merging(["translations": written.json]) { $1 }
    }

    /// Writes that somebody compared a translation with the original.
    func check(_ language: String, of item: String, _ entry: RecordEntry) throws {
        guard
            let row = try connection.query(
                "SELECT detail FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1", ["id": item]
            ).first, let stored = try row.optional("detail", as: String.self),
            let former = Translations(try JSONValue(parsing: stored).object?["translations"])
        else { throw UnreadableField(expected: "translations") }
        let checked = former.checked(language, by: entry.performer.person?.rawValue ?? "")
        try reword(item, in: [.directorate], detail: ["translations": checked.json], entry)
    }
}

extension Translations {
    /// Says in which language a text was written first, where its writer does not: as it was, or as the rule has it.
    static func prepare(
        _ draft: inout ActDraft, _ text: Field<LocalizedWording>, _ original: Field<String>,
        _ former: ItemView? = nil
    ) {
        guard draft.values[original.description.name] == nil,
            let texts = draft.values[text.description.name]?.object?.compactMapValues(\.string)
        else { return }
        let kept = former?.translations
        draft.make(original, .string(written(after: kept, [:], now: texts, by: "").original))
    }

    /// - Throws: `translation.original-missing` where there is no text in the language that it was written in first.
    static func check(_ original: String?, _ text: LocalizedWording) throws {
        if let original, text.texts[original] == nil {
            throw Refusal("translation.original-missing", .incomplete, ["language": original])
        }
    }
}
