import Disclosure
import Pack
import Record

/// What acts about second readings check, as their performer sees it.
extension Standing {
    /// The reading that a person has to conclude, or the one that anybody has to.
    func openReading(_ items: [ItemView], of person: String? = nil) -> ItemView? {
        items.first {
            $0.type == .secondReading && $0.value != "concluded"
                && (person == nil || $0.text("person") == person)
        }
    }

    /// Where the pack says so, nationals of a State keep away from its file.
    ///
    /// - Throws: `reading.national`.
    func requireNoNational(_ person: String, of state: String) throws {
        guard pack?.ratingRules?.secondReading.excludesNationals == true else { return }
        let held = try reader.items(.nationality, state: state)
        if held.contains(where: { $0.text("person") == person && $0.value == "held" }) {
            throw Refusal("reading.national", .notAllowed)
        }
    }
}

extension ItemView {
    /// Codes that a second reader has to rate.
    public var sampledRequirements: [String] { (detail["requirements"]?.array ?? []).compactMap(\.string) }
}
