import Disclosure
import Mandate
import Pack
import Record

/// What an audience, or a partner that a grant names, sees of what a State reads of itself.
public struct ExposureView: Sendable {
    public enum Onlooker: Hashable, Sendable {
        case audience(Audience)
        /// `entity:UNODC`, `state:SYL`, `person:…`, as grants name them.
        case named(String)
    }
    public let onlooker: Onlooker
    public let items: [ItemView]
}

/// When something of a State opens to a step of the ladder.
public struct OpeningView: Sendable {
    public let item: ItemView
    public let audience: Audience
    public let on: CalendarDate
}

extension Reader {
    /// Types of which a State is told how far they are open.
    private static let exposable: [ItemType] = [.assessment] + ItemType.releasable

    /// What others see of the State whose room this viewer shares: of what its people see themselves, as those others
    /// would read it now. For others nothing.
    public func exposure() throws -> [ExposureView] {
        guard let state = viewer.state, viewer.previewed == nil else { return [] }
        let own = Dictionary(
            try items(ofTypes: Self.exposable, state: state).map { ($0.id, $0) }
        ) { first, _ in first }
        func seen(by other: Viewer) throws -> [ItemView] {
            let reader = Reader(
                connection: connection, viewer: other, asOf: asOf, composer: composer, pack: pack,
                packs: packs)
            return try reader.items(ofTypes: Self.exposable, state: state).compactMap { own[$0.id] }
        }
        let audiences = [Audience.committee] + Audience.outside
        let ladder = try audiences.map { audience in
            ExposureView(
                onlooker: .audience(audience), items: try seen(by: Viewer(previewing: .audience(audience))))
        }
        let grantees = Set(
            try namedGrants().filter { $0.state == state && $0.isOpen }.map(\.grantee)
        ).sorted()
        return ladder
            + (try grantees.compactMap { grantee in
                try other(grantee).map {
                    ExposureView(onlooker: .named(grantee), items: try seen(by: $0))
                }
            })
    }

    /// Whoever a grant names, as they look.
    private func other(_ grantee: String) throws -> Viewer? {
        let parts = grantee.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        return switch parts[0] {
        case "entity":
            Registry.viewer(person: PersonID(""), capacity: .partner, about: parts[1], pack)
        case "state": Registry.viewer(person: PersonID(""), capacity: .mission, about: parts[1], pack)
        default: Registry.viewer(person: PersonID(parts[1]), capacity: .researcher, about: nil, pack)
        }
    }

    /// What of the viewer's own State opens on a day that is set, within so many days.
    public func openings(within days: Int) throws -> [OpeningView] {
        guard let state = viewer.state, viewer.previewed == nil, let pack else { return [] }
        let zone = pack.timeZone
        let last = Instant(endOf: asOf.day.adding(days: days), inZone: zone).microseconds
        let found = try items(ofTypes: Self.exposable, state: state)
        let ladders = try ladders(of: found.map(\.id))
        return found.flatMap { item in
            Audience.outside.compactMap { audience -> OpeningView? in
                guard let opens = ladders[item.id]?[audience].opens, opens > asOf.now, opens < last else {
                    return nil
                }
                let day = CalendarDate(of: Instant(microseconds: opens), inZone: zone)
                return OpeningView(item: item, audience: audience, on: day)
            }
        }.sorted { ($0.on, $0.audience, $0.item.id) < ($1.on, $1.audience, $1.item.id) }
    }
}
