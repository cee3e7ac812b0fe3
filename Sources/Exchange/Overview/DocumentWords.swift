import Disclosure
import Documents
import Mandate
import Registry
import Words

/// The words of documents in one language, and texts of the registry as lines in it.
public struct DocumentWords: Sendable {
    public let words: Words
    /// Best first.
    public let languages: [String]

    public init(_ words: Words, languages: [String]) {
        (self.words, self.languages) = (words, languages)
    }

    /// A document in this language.
    ///
    /// - Parameters:
    ///   - classification: how far it may go: a code of an audience, or `state`.
    ///   - recipient: for whom it is made, as a sentence.
    public func document(
        title: String, subject: String, issuer: String? = nil, date: CalendarDate, classification: String,
        recipient: String, blocks: [Block]
    ) -> Document {
        Document(
            title: title, subject: subject, issuer: issuer ?? words("print.issuer"),
            language: words.language.tag,
            isRightToLeft: words.language.direction == .rightToLeft, date: date.description,
            marking: [
                words("print.classification.\(classification)"), recipient, day(date),
            ],
            pageNumber: PageNumberPart.parts { words("print.page", ["page": $0, "pages": $1]) },
            blocks: blocks)
    }

    /// How far what a viewer has may go.
    static func classification(of viewer: Viewer) -> String {
        viewer.state == nil ? viewer.audience.code : "state"
    }

    public func day(_ date: CalendarDate) -> String {
        words.date(year: date.year, month: date.month, day: date.day)
    }

    /// A name in this language or the nearest, marked where it is another.
    public func line(_ wording: LocalizedWording?) -> Line {
        lines(wording).reduce(Line([])) { $0.spans.isEmpty ? $1 : $0 + Line(" ") + $1 }
    }

    /// A plain text, paragraph by paragraph; that it was erased, where it was.
    public func lines(_ wording: LocalizedWording?) -> [Line] {
        guard let found = wording?.text(in: languages) else { return [Line(words("object.erased"))] }
        return Line.lines(of: found.text, language: mark(found.language))
    }

    /// A structured text; that it was erased, where it was.
    ///
    /// - Parameter level: of its highest heading.
    public func blocks(_ wording: LocalizedWording?, level: Int) -> [Block] {
        guard let found = wording?.text(in: languages) else {
            return [.paragraph(Line(words("object.erased")))]
        }
        return StructuredText(found.text, language: mark(found.language), level: level).blocks
    }

    /// A structured text where there is room for one paragraph alone.
    public func structuredLine(_ wording: LocalizedWording?) -> Line { blocks(wording, level: 1).line }

    private func mark(_ language: String) -> String? { language == words.language.tag ? nil : language }
}
