import Disclosure
import HTML
import Mandate
import Registry
import Words

/// What waits for the Committee, for a State's Mission and its focal points, and what is open to those outside.
struct RoomDesk: Sendable {
    let capacity: Capacity
    /// Code of the State whose room whoever looks shares.
    let state: String?
    let items: [ItemView]
    let names: [String: LocalizedWording]
    /// Names of the texts that letters began with, by code.
    let letters: [String: LocalizedWording]
    /// Cases before the Committee that are in no circulation, and whether one ended without objection.
    let cases: [(card: BoardCard, isEnded: Bool)]
    /// Papers on which a hold or an objection stands.
    let held: Set<String>
    let languages: [String]
    let today: CalendarDate

    /// Nil for those who have neither. A few statements, however many items.
    static func read(_ reader: Reader, _ languages: [String]) throws -> RoomDesk? {
        guard let capacity = reader.viewer.capacity else { return nil }
        let items: [ItemView]
        switch capacity {
        case .committeeMember, .chair, .committeeSecretary:
            items = try reader.items(ofTypes: [.circulation, .communication])
                .filter { waits($0, for: capacity) }
        case .head, .expert:
            items = try reader.items(ofTypes: [.communication]).filter { waits($0, for: capacity) }
        case .mission, .focalPoint:
            items = try reader.items(ofTypes: [.notice], state: reader.viewer.about)
                .filter { $0.value == "told" }
        case .partner, .provider, .researcher:
            // What came last first.
            items = try reader.items(ofTypes: [.overview, .finding, .recommendation]).suffix(12).reversed()
        default: return nil
        }
        let decides = [.committeeMember, .chair, .committeeSecretary].contains(capacity)
        let objections = decides ? try reader.items(ofTypes: [.objection]) : []
        return RoomDesk(
            capacity: capacity, state: reader.viewer.state, items: items,
            names: try reader.stateNames(items.map(\.state)),
            letters: try reader.names(of: "letter"),
            cases: try decides ? undecided(reader, capacity, languages) : [],
            held: Set(objections.filter { $0.value != "lifted" }.map(\.parent)),
            languages: languages, today: reader.asOf.day)
    }

    /// Submitted cases that are in no circulation: to be circulated, or, where that ended, adopted.
    private static func undecided(
        _ reader: Reader, _ capacity: Capacity, _ languages: [String]
    ) throws -> [(BoardCard, Bool)] {
        guard capacity != .committeeMember else { return [] }
        let submitted = try BoardCard.all(reader, languages).filter { $0.assessment.stage == .submitted }
        let papers = try reader.items([.circulation], ofAny: submitted.map(\.assessment.id.rawValue))
        let running = Set(papers.filter { $0.value != "ended" }.map(\.assessment))
        let ended = Set(papers.filter { $0.text("outcome") == "no-objection" }.map(\.assessment))
        return submitted.map { ($0, ended.contains($0.assessment.id.rawValue)) }.filter { card, isEnded in
            // The secretary circulates; the Chair has to do with what has been.
            !running.contains(card.assessment.id.rawValue) && (isEnded || capacity == .committeeSecretary)
        }
    }

    /// Whether it is for this capacity to go on with: papers in circulation; letters to sign for those who sign, to put
    /// forward and to send for those who write.
    private static func waits(_ item: ItemView, for capacity: Capacity) -> Bool {
        guard item.type == .communication else { return item.value != "ended" }
        let isCommittees = item.text("office") == "committee"
        return switch (capacity, item.value) {
        case (.chair, "awaiting-signature"): isCommittees
        case (.head, "awaiting-signature"): !isCommittees
        case (.committeeSecretary, "draft"), (.committeeSecretary, "signed"): isCommittees
        case (.expert, "draft"), (.expert, "signed"): !isCommittees
        default: false
        }
    }

    private var kind: String {
        switch capacity {
        case .committeeMember, .chair, .committeeSecretary: "decisions"
        case .mission, .focalPoint: "notices"
        case .head, .expert: "letters"
        default: "open"
        }
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("desk.rooms.\(kind)"), id: "rooms") { html in
                html.add(
                    WorkList(
                        cases.map { line($0.card, isEnded: $0.isEnded, words) }
                            + items.map { line($0, words) }, empty: words("desk.rooms.\(kind).none")))
            })
        let lists: [(Route, String)] =
            switch kind {
            case "decisions":
                [
                    (.circulations, "circulations.title"), (.communications([:]), "communications.title"),
                    (.releases, "releases.title"),
                ]
            case "notices":
                (state.map { [(.state($0), "desk.own-state")] } ?? [])
                    + [
                        (.requests, "requests.title"),
                        (.communications([:]), "communications.title"), (.withholdings, "withholdings.title"),
                        (.releases, "releases.title"),
                    ]
            case "letters":
                [(.requests, "requests.title"), (.communications([:]), "communications.title")]
            default: []
            }
        guard !lists.isEmpty else { return }
        html.p(.class("actions")) { html in
            for (route, title) in lists { html.a(.class("button"), .href(route), text: words(title)) }
        }
    }

    private func line(_ card: BoardCard, isEnded: Bool, _ words: Words) -> WorkList.Line {
        WorkList.Line(
            Link(
                words.of(card.state, words(isEnded ? "desk.to-adopt" : "desk.to-circulate")),
                href: card.route.path),
            about: words("assessment.stage.\(card.assessment.stage.rawValue)"), deadline: nil)
    }

    /// What whoever looks has to do about an item, or where it stands.
    private func about(_ item: ItemView, _ deadline: CalendarDate?, _ words: Words) -> String {
        switch item.type {
        case .circulation where held.contains(item.id): words("desk.paper-held")
        case .circulation:
            if deadline.map({ $0 < today }) != true {
                words("desk.paper-open")
            } else if capacity == .committeeSecretary {
                words("desk.paper-over.record")
            } else {
                words("desk.paper-over.wait")
            }
        case .communication: words.status(of: item) ?? ""
        case .notice: capacity == .mission ? words("desk.notice.reply") : words("desk.notice.wait")
        default: words("type.\(item.type.rawValue)")
        }
    }

    private func line(_ item: ItemView, _ words: Words) -> WorkList.Line {
        let state = names[item.state]?.text(in: languages)?.text ?? item.state
        let what =
            item.text("template").flatMap { letters[$0]?.text(in: languages)?.text }
            ?? item.text("symbol") ?? (item.type == .notice ? words("desk.notice") : nil) ?? item.body?.text(
                in: languages)?.text.shortened(to: 120)
            ?? words("type.\(item.type.rawValue)")
        let date = (item.text("deadline") ?? item.text("opensOn")).flatMap { CalendarDate($0) }
        return WorkList.Line(
            Link(
                words.of(state, what), href: Route.object(type: item.type.rawValue, id: item.id).path),
            about: about(item, date, words),
            deadline: date.map { words.deadline($0, today: today, isOpen: true) })
    }
}
