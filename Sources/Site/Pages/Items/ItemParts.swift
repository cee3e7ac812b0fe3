import Disclosure
import Documents
import HTML
import Registry
import Words

extension ItemView {
    var route: Route { .object(type: type.rawValue, id: id) }

    /// Its own words, without marks of headings and lists.
    func plainWords(_ languages: [String]) -> String? {
        body?.text(in: languages).map {
            ItemType.structured.contains(type) ? StructuredText($0.text).words : $0.text
        }
    }

    /// What stands for it in a list: its own words, else what kind of thing it is and about what.
    func label(_ languages: [String], _ words: Words) -> String {
        if let text = plainWords(languages), !text.isEmpty { return text.shortened(to: 160) }
        let about = requirement.isEmpty ? question : requirement
        let kind = words("type.\(type.rawValue)")
        return about.isEmpty ? kind : "\(kind) · \(about)"
    }
}

extension OpenTo {
    /// How far an item is open; nil for those who may not know.
    ///
    /// - Parameter state: the assessed State's name.
    init?(_ item: ItemView, state: String, _ words: Words) {
        guard let reach = item.reach else { return nil }
        self.init(
            label: words("audience.label"), openWord: words("audience.open"),
            steps: Audience.allCases.map { audience in
                let isOpen =
                    audience == .directorate ? reach.isWithDirectorate : audience <= reach.audience
                return Step(words("audience.\(audience.code)"), isOpen: isOpen)
            }, beside: Step(state, isOpen: reach.isWithState),
            withheld: reach.withheldFrom.map {
                words("item.withheld-from", ["audience": words("audience.\($0.code)")])
            })
    }
}

extension HTML {
    /// A cell that leads to an item by its own words.
    static func itemCell(_ item: ItemView, _ languages: [String], _ words: Words) -> DataTable.Cell {
        DataTable.link(item.label(languages, words), item.route.path)
    }

    static func wordingCell(
        _ wording: LocalizedWording?, _ languages: [String], _ words: Words
    ) -> DataTable.Cell {
        guard let wording else { return { $0.span(.class("nothing"), text: "–") } }
        return { $0.wording(wording, languages, words) }
    }

    /// A word in a cell; a dash where there is none.
    static func wordCell(_ word: String?) -> DataTable.Cell {
        guard let word, !word.isEmpty else { return { $0.span(.class("nothing"), text: "–") } }
        return DataTable.text(word)
    }
}

extension Words {
    /// The word for a code: of its own group, else the one that all groups share.
    func word(_ code: String, of group: String) -> String { first(of: "\(group).\(code)", "choice.\(code)") }

    /// Where an item stands, or what was decided by it; nil where it says nothing of the kind.
    func status(of item: ItemView?) -> String? {
        guard let item, let value = item.value else { return nil }
        return switch item.type {
        case .assessment: self("assessment.stage.\(value)")
        case .evidence: nil
        case .decision: word(value, of: "decision.outcome")
        case .recommendation: word(value, of: "propose-recommendation.priority")
        default: word(value, of: "\(item.type.rawValue).status")
        }
    }
}
