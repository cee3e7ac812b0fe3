import Mandate
import Pack
import Record

extension WorldBuilder {
    /// Enters the pack's resolutions, what they do to one another, and what was noticed in reading them.
    mutating func planMandate() throws {
        for resolution in pack.resolutions { try plan(resolution) }
        for resolution in pack.resolutions { try planSuccessions(of: resolution) }
        for correction in script.corrections {
            try plan(
                "correct-reading", on: start.adding(days: 3), by: "expert-two", try atParagraph(correction))
        }
        for divergence in script.divergences {
            let id = newID()
            var fields = try atParagraph(divergence)
            let settlement = fields.removeValue(forKey: "settlement")
            try plan(
                "note-divergence", on: start.adding(days: 4), by: "expert-two", fields,
                made: ["divergence": .string(id)])
            guard let settlement else { continue }
            try plan(
                "settle-divergence", on: start.adding(days: 10), by: "head-two",
                ["divergence": .string(id), "settlement": settlement])
        }
    }

    private mutating func plan(_ resolution: Pack.Resolution) throws {
        guard let adopted = CalendarDate(resolution.adopted) else { return }
        let day = max(start.adding(days: 2), adopted.adding(days: 3))
        for text in resolution.texts {
            let bytes = pack.texts[text.file] ?? []
            try plan(
                "enter-resolution", on: day, by: "expert",
                [
                    "text": .string(String(decoding: bytes, as: UTF8.self)),
                    "language": .string(text.language), "source": .string(text.source),
                    "official": .string(text.isOfficial ? "yes" : "no"),
                ])
        }
        guard resolution.texts.isEmpty else { return }
        try plan(
            "register-resolution", on: day, by: "expert",
            [
                "symbol": .string(resolution.symbol), "adoptedOn": .string(resolution.adopted),
                "title": .string(resolution.title.values["en"] ?? resolution.symbol),
                "source": .string(resolution.successions.first?.source ?? "The pack's list of resolutions"),
            ])
    }

    private mutating func planSuccessions(of later: Pack.Resolution) throws {
        guard let adopted = CalendarDate(later.adopted) else { return }
        for succession in later.successions {
            guard let from = Symbol(parsing: succession.of), let to = Symbol(parsing: later.symbol) else {
                continue
            }
            var fields: [String: JSONValue] = [
                "earlier": .string(from.urlID), "later": .string(to.urlID),
                "effect": .string(succession.kind.rawValue), "fromOn": .string(later.adopted),
                "source": .string(succession.source),
                "reason": .string(
                    succession.isUncertain ? "Doubtful: check against the text." : "The text says so."),
            ]
            if let until = succession.until { fields["untilOn"] = .string(until) }
            try plan(
                "record-succession", on: max(start.adding(days: 3), adopted.adding(days: 7)), by: "head",
                fields)
        }
    }

    /// With the paragraph's identifier in the place of its address.
    func atParagraph(_ fields: [String: JSONValue]) throws -> [String: JSONValue] {
        let address = fields["paragraph"]?.string ?? ""
        guard let paragraph = ParagraphID.at(address: address) else {
            throw DemonstrationFault.script("the paragraph “\(address)”")
        }
        return fields.merging(["paragraph": .string(paragraph.rawValue)]) { $1 }
    }
}
