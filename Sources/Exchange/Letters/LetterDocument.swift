import Documents
import Mandate
import Registry
import Words

/// A letter or note verbale that goes out, as one viewer sees it: the ground of its page, its document and its print.
public struct LetterDocument: Sendable {
    public let letter: ItemView
    public let state: LocalizedWording
    let office: LocalizedWording
    /// Who signs for the office, by title.
    let signatory: LocalizedWording
    /// The day of the letter; as long as it is not sent, the day as of which it was read.
    let date: CalendarDate

    /// - Returns: nil where there is no such letter that this viewer may see, or where it came in.
    public static func read(_ reader: Reader, _ id: String) throws -> LetterDocument? {
        guard let letter = try reader.item(.communication, id), letter.text("direction") == "out" else {
            return nil
        }
        let office = letter.text("office") ?? ""
        let none = LocalizedWording([:])
        return LetterDocument(
            letter: letter, state: try reader.state(letter.state)?.name ?? none,
            office: try reader.names(of: "office")[office] ?? none,
            signatory: try reader.names(of: "office-signatory")[office] ?? none,
            date: letter.text("datedOn").flatMap { CalendarDate($0) } ?? reader.asOf.day)
    }

    /// What a file of it is called, without its ending.
    public var fileName: String {
        let name = letter.text("reference") ?? "draft-\(letter.state)-\(date)"
        return name.replacing("/", with: "-")
    }

    /// The letter in one language: under the office's name, with reference, date, text and signature.
    public func document(_ words: DocumentWords) -> Document {
        let office = words.line(office).text
        let state = words.line(state).text
        let to = words.words("letter.to", ["state": state])
        let form = words.words("choice.\(letter.text("form") ?? "letter")")
        let isSent = letter.value == "sent"
        let reference = letter.text("reference") ?? words.words("letter.no-reference")
        var document = words.document(
            title: office, subject: "\(form): \(state)", issuer: office, date: date, classification: "state",
            recipient: to,
            blocks: [
                .paragraph(Line(words.words("letter.reference", ["reference": reference])), .far),
                .paragraph(Line(words.day(date)), .far),
            ] + text(words) + signature(words) + [.paragraph(Line(to), .note)])
        document.foot = "\(form) · \(reference)"
        if !isSent { document.marking[0] = words.words("letter.draft-mark") }
        return document
    }

    private func text(_ words: DocumentWords) -> [Block] {
        words.lines(letter.body).map { .paragraph($0) }
    }

    /// A note verbale is not signed by name; a letter that is not signed yet has room for it.
    private func signature(_ words: DocumentWords) -> [Block] {
        guard letter.text("form") == "letter" else { return [] }
        let name: Line = letter.note.map { words.line($0) } ?? Line(words.words("letter.unsigned"))
        return [.paragraph(name, .far), .paragraph(words.line(signatory), .far)]
    }
}
