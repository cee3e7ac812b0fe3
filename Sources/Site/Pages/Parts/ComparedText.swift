import Documents
import HTML

/// Two texts as one, with what went and what came marked in it.
struct ComparedText: Component {
    let comparison: TextComparison

    init(from former: String, to later: String) { comparison = TextComparison(from: former, to: later) }

    func write(_ html: inout HTML) {
        for paragraph in comparison.paragraphs {
            html.p { html in
                for part in paragraph {
                    switch part.change {
                    case .same: html.text(part.text)
                    case .removed: html.del { $0.text(part.text) }
                    case .added: html.ins { $0.text(part.text) }
                    }
                }
            }
        }
    }
}
