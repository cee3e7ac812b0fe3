import Mandate
import Record

/// What the reading of a paragraph proposes as a duty: a beginning for people, never more.
public struct DutyProposal: Sendable, Hashable {
    public let paragraph: ParagraphID
    let addressee: [String: String]
    let verb: [String: String]
    let what: [String: String]
    let limitKind: String
    let normalised: String
    let limitText: [String: String]

    /// - Returns: nil where the reading found nobody who is asked: then only people can say.
    public init?(reading paragraph: ParagraphView) {
        var addressee: [String: String] = [:]
        var verb: [String: String] = [:]
        var what: [String: String] = [:]
        var limitText: [String: String] = [:]
        var limit: ParagraphView.Limit?
        for text in paragraph.texts {
            guard let first = text.verbs.first else { continue }
            verb[text.language] = first.within(200)
            what[text.language] = text.text.within(4_000)
            if let asked = text.addressees.first { addressee[text.language] = asked.within(300) }
            if let found = text.timeLimits.first {
                limitText[text.language] = found.text.within(500)
                limit = limit ?? found
            }
        }
        guard paragraph.part == "OP", !verb.isEmpty, !addressee.isEmpty else { return nil }
        self.paragraph = paragraph.id
        self.addressee = addressee
        self.verb = verb
        self.what = what
        self.limitText = limitText
        limitKind = limit?.kind ?? "none"
        normalised = limit?.normalised ?? ""
    }

    /// As the fields of `ProposeDuty`.
    public var fields: [String: JSONValue] {
        func wording(_ texts: [String: String]) -> JSONValue { .object(texts.mapValues { .string($0) }) }
        var fields: [String: JSONValue] = [
            "paragraph": .string(paragraph.rawValue), "addressee": wording(addressee), "verb": wording(verb),
            "what": wording(what), "limitKind": .string(limitKind),
        ]
        if !normalised.isEmpty { fields["normalised"] = .string(normalised) }
        if !limitText.isEmpty { fields["limitText"] = wording(limitText) }
        return fields
    }
}

extension String {
    /// No longer than a field takes.
    fileprivate func within(_ most: Int) -> String { String(prefix(most)) }
}

extension Reader {
    /// What the reading of a resolution proposes for paragraphs on which no duty rests yet.
    public func proposals(from resolution: ResolutionID) throws -> [DutyProposal] {
        let taken = Set(try duties(resolution: resolution).map(\.paragraph))
        return try paragraphs(of: resolution).filter { !taken.contains($0.id) }.compactMap(
            DutyProposal.init(reading:))
    }
}
