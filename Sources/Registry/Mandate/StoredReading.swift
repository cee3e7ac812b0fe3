import Mandate
import Record

/// A reading as the record keeps it. What a later version of the reader would make of the same text changes
/// nothing here: the fields of the act hold the reading itself.
struct StoredReading: Sendable {
    struct Paragraph: Sendable {
        /// `PP` or `OP`.
        let part: String
        let number: String
        let parent: String?
        let text: String
        let line: Int
        let verbs: [JSONValue]
        let addressees: [JSONValue]
        let citations: [JSONValue]
        let timeLimits: [JSONValue]
    }

    let symbol: String
    let title: String
    let adopted: String?
    let language: String
    let warnings: JSONValue
    /// In the text's order, sub-paragraphs after their parent.
    let paragraphs: [Paragraph]

    init(json: JSONValue) throws {
        guard let symbol = json["symbol"]?.string, let language = json["language"]?.string else {
            throw UnreadableField(expected: "reading")
        }
        self.symbol = symbol
        self.language = language
        title = json["title"]?.string ?? ""
        adopted = json["adopted"]?.string
        warnings = json["warnings"] ?? .array([])
        var paragraphs: [Paragraph] = []
        for paragraph in json["preamble"]?.array ?? [] {
            Self.flatten(paragraph, "PP", nil, into: &paragraphs)
        }
        for paragraph in json["operative"]?.array ?? [] {
            Self.flatten(paragraph, "OP", nil, into: &paragraphs)
        }
        self.paragraphs = paragraphs
    }

    private static func flatten(
        _ json: JSONValue, _ part: String, _ parent: String?, into paragraphs: inout [Paragraph]
    ) {
        let number = json["number"]?.string ?? json["number"]?.int.map { String($0) } ?? ""
        paragraphs.append(
            Paragraph(
                part: part, number: number, parent: parent, text: json["text"]?.string ?? "",
                line: json["line"]?.int ?? 0, verbs: json["verbs"]?.array ?? [],
                addressees: json["addressees"]?.array ?? [], citations: json["citations"]?.array ?? [],
                timeLimits: json["timeLimits"]?.array ?? []))
        for child in json["subparagraphs"]?.array ?? [] { flatten(child, part, number, into: &paragraphs) }
    }

    /// Changes when any word of the text does.
    var fingerprint: String {
        let words = paragraphs.map { "\($0.part) \($0.number) \($0.text)" }.joined(separator: "\n")
        return SHA256.hash(Array(words.utf8)).hex
    }
}
