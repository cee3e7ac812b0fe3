/// The words that name the organ and open every resolution: "The Security Council,".
enum OrganPhrase {
    private static let phrases: [[UInt32]] = [
        "the security council", "the general assembly", "the economic and social council",
        "the human rights council", "the peacebuilding commission", "the trusteeship council",
        "le conseil de securite", "l'assemblee generale", "le conseil economique et social",
        "le conseil des droits de l'homme", "el consejo de seguridad", "la asamblea general",
        "el consejo economico y social", "совет безопасности", "генеральная ассамблея",
        "экономический и социальный совет", "ان مجلس الامن", "مجلس الامن",
        "ان الجمعية العامة", "الجمعية العامة", "安全理事会", "大会", "联合国大会", "经济及社会理事会",
    ].map { $0.unicodeScalars.map(\.value) }

    private static let starts = Set(phrases.compactMap(\.first))

    enum Match: Equatable {
        /// The line holds the phrase, a comma, and the text from this scalar on.
        case opening(rest: Int)
        /// The words stand alone, as in a masthead.
        case bare
    }

    static func match(_ head: [UInt32]) -> Match? {
        guard let first = head.first, starts.contains(first) else { return nil }
        for phrase in phrases where head.starts(with: phrase) {
            var end = phrase.count
            // Between organ and comma some texts print a space.
            while end < head.count, head[end] == 0x20 || head[end] == Folding.nothing { end += 1 }
            guard end < head.count else { return .bare }
            guard head[end] == 0x2C || head[end] == 0x3A || (head[end] == 0x2E && end + 1 == head.count)
            else { return nil }
            end += 1
            while end < head.count, head[end] == 0x20 { end += 1 }
            return .opening(rest: end)
        }
        return nil
    }
}
