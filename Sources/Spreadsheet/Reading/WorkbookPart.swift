/// The workbook's own part: its sheets and how it counts days.
///
/// Source: ECMA-376 part 1, 18.2.27 (workbook), 18.2.19 (sheet) and 18.2.28 (workbookPr).
final class WorkbookPart: XMLHandler {
    struct Entry {
        let name: String
        let visibility: Sheet.Visibility
        /// Identifier of the relationship to the sheet's part.
        let relationship: String
    }

    private(set) var entries: [Entry] = []
    private(set) var dates = DateSystem.from1900
    private let part: String

    init(_ part: String) { self.part = part }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadError) {
        switch name {
        case "workbookPr":
            if attributes.isTrue("date1904") { dates = .from1904 }
        case "sheet":
            guard let name = attributes["name"], let id = attributes.prefixed("id") else {
                throw .damaged(part: part, at: nil)
            }
            let visibility: Sheet.Visibility =
                switch attributes["state"] {
                case "hidden": .hidden
                case "veryHidden": .veryHidden
                default: .visible
                }
            entries.append(
                Entry(name: EscapedText.unescape(name), visibility: visibility, relationship: id))
        default: break
        }
    }
}
