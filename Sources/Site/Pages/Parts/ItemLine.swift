import HTML
import Registry
import Words

/// An item in a line: what it is, and its text or what it is about.
struct ItemLine {
    let item: ItemView
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        html.span(.class("tag"), text: words("type.\(item.type.rawValue)"))
        html.text(" ")
        let path = Route.object(type: item.type.rawValue, id: item.id).path
        if let text = item.body?.text(in: languages), let plain = item.plainWords(languages) {
            Self.link(path, language: text.language, plain.shortened(to: 160), &html)
        } else {
            let about = "\(item.requirement)\(item.question)"
            Self.link(
                path, language: nil, about.isEmpty ? words("type.\(item.type.rawValue)") : about, &html)
        }
    }

    private static func link(_ path: String, language: String?, _ text: String, _ html: inout HTML) {
        if path == "/record" { return html.span(.lang(language ?? "en"), text: text) }
        html.a(.href(path)) { html in
            if let language { html.span(.lang(language), text: text) } else { html.text(text) }
        }
    }
}

extension Reader {
    /// Name of a State in a reader's language; its code where it has none.
    func stateName(_ code: String, _ languages: [String]) throws -> String {
        try state(code)?.name.text(in: languages)?.text ?? code
    }
}

extension Reader {
    /// Where States stand in the order of their names in a reader's language.
    func places(ofStatesIn languages: [String]) throws -> [String: Int] {
        let states = try states(orderedIn: languages.first ?? "en")
        return Dictionary(states.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }
}

extension Array {
    /// In the order of a number that each has; what has the same keeps its place.
    func stablySorted(by place: (Element) -> Int) -> [Element] {
        enumerated().map { (place($1), $0, $1) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
