import Record
import Storage

/// What an erasure leaves of an entry's fields: the structure that its objects need, without free text.
struct Erased: Sendable {
    let entry: EntryID
    let kind: ActKind
    /// The fields that stay.
    let kept: [String: JSONValue]
    /// Optional fields that held text, so that they are not taken for absent when the act is applied again.
    let blank: [String]

    init(entry: EntryID, kind: ActKind, fields: [String: JSONValue], of act: any Act.Type) {
        self.entry = entry
        self.kind = kind
        let erasable = Set(act.fields.filter(\.isErasable).map(\.name))
        kept = fields.filter { !erasable.contains($0.key) }
        blank = fields.keys.filter(erasable.contains).sorted()
    }

    init(json: JSONValue) throws {
        guard let entry = json["entry"]?.string,
            let kind = json["kind"]?.string, let kept = json["kept"]?.object
        else { throw UnreadableField(expected: "erased entry") }
        self.entry = EntryID(entry)
        self.kind = ActKind(rawValue: kind)
        self.kept = kept
        blank = json["blank"]?.array?.compactMap(\.string) ?? []
    }

    var json: JSONValue {
        .object([
            "entry": .string(entry.rawValue), "kind": .string(kind.rawValue),
            "kept": .object(kept), "blank": .array(blank.map { .string($0) }),
        ])
    }

    /// The fields with empty text where text was, so that the act can be applied again.
    func blanked(_ act: any Act.Type) -> Input {
        var values = kept
        for field in act.fields where field.isErasable && (field.isRequired || blank.contains(field.name)) {
            values[field.name] = if case .localized = field.kind { .object([:]) } else { .string("") }
        }
        return Input(checked: values)
    }

    /// Empties the columns into which the entry's text went.
    ///
    /// - Parameter index: of the entry; it stands in no field, since whoever erases holds a receipt of the fields,
    ///   and positions in the log are not for everybody.
    func empty(_ tables: Tables, at index: Int) throws {
        guard let act = Catalogue.standard[kind] else { return }
        for erased in act.erasure {
            let columns = erased.columns.map { "\($0) = NULL" }.joined(separator: ", ")
            try tables.execute(
                "UPDATE \(erased.table) SET \(columns) WHERE \(erased.by) = :entry", ["entry": index])
        }
    }
}
