import Disclosure
import Record
import Storage

extension Tables {
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
    /// A field of the acts that write a text. It is worked out when the act is performed and kept beside the text, since
    /// an erasure takes the text away and leaves how its languages stood.
    static let field = Field<JSONValue>("translations", .made, optional: true)

    /// Works out how the languages of a text stand, and says which is the original where its writer does not.
    ///
    /// - Parameters:
    ///   - original: the field that names it; nil for an act that words a text anew.
    ///   - former: the text as it stands; nil for a first version.
    static func prepare(
        _ draft: inout ActDraft, _ text: Field<LocalizedWording>, _ original: Field<String>?,
        _ former: ItemView? = nil, _ standing: Standing
    ) {
        guard let texts = draft.values[text.description.name]?.object?.compactMapValues(\.string) else {
            return
        }
        let named = original.flatMap { draft.values[$0.description.name]?.string }
        // A text from before this was kept goes on without, unless it is written whole.
        guard original != nil || former?.translations != nil else { return }
        let kept = Translations(
            original: named ?? former?.translations?.original ?? Self.original(of: texts, nil),
            others: former?.translations?.others ?? [:])
        let written = written(
            after: kept, former?.body?.texts ?? [:], now: texts,
            by: standing.performer.person?.rawValue ?? "")
        draft.make(field, written.json)
        if let original, named == nil { draft.make(original, .string(written.original)) }
    }

    /// As a further version has it beside its words; nothing where it is not kept.
    static func detail(_ json: JSONValue?) -> [String: JSONValue] { json.map { ["translations": $0] } ?? [:] }

    /// - Throws: `translation.original-missing` where there is no text in the language that it was written in first.
    static func check(_ original: String?, _ text: LocalizedWording) throws {
        if let original, text.texts[original] == nil {
            throw Refusal("translation.original-missing", .incomplete, ["language": original])
        }
    }
}
