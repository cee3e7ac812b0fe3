import Disclosure
import Record

@testable import Registry

/// What one viewer can know of, told from the acts alone and never from the tables: which steps are hidden from them
/// whole, and which later ones would show that the worlds differ.
struct Sight: Sendable {
    struct Case: Sendable {
        let state: String
        /// Something of it was opened beyond the rooms, or to a named one.
        var isOpened = false
        /// The viewer answers a question of it, as an official of a ministry.
        var isHanded = false
        /// The viewer is kept from its file, or reads it blind.
        var isExcluded = false, isBlind = false
        /// Rooms in which the worlds differ.
        var differsIn: Set<Room.Kind> = []
        /// More differs than items that can be withheld.
        var differsWhole = false
    }

    let viewer: Inhabitant
    private(set) var cases: [String: Case] = [:]
    private(set) var caseOf: [String: String] = [:]
    private var withheld: Set<String> = []
    private var sources: [String: Set<String>] = [:]
    private var teams: Set<String> = []
    /// Objects and entries that are not alike in both worlds.
    private(set) var different: Set<String> = []

    init(_ viewer: Inhabitant) { self.viewer = viewer }

    private var audience: Audience { viewer.viewer.audience }

    // MARK: Before a step

    /// Whether nothing that a step does can show to the viewer.
    func hides(_ step: Step) -> Bool {
        guard step.by != viewer.key, let act = Catalogue.standard[ActKind(rawValue: step.kind)] else {
            return false
        }
        let effect = ActEffect(act)
        if ActEffect.ofHeads.contains(step.kind) { return viewer.capacity != .head }
        if ActEffect.ofRaters.contains(step.kind) { return true }
        guard let rooms = effect.rooms else { return hidesWithoutCase(step) }
        let found = assessment(of: step).flatMap { cases[$0] }
        guard
            let state = found?.state ?? (step.kind == "open-assessment" ? step.fields["state"]?.string : nil)
        else { return false }
        if found?.isExcluded == true { return true }
        switch viewer.viewer.room {
        case .directorate:
            if found?.isBlind == true, ["rate-requirement", "settle-rating"].contains(step.kind) {
                return true
            }
            let consultation = step.fields["consultation"]?.string ?? ""
            if rooms.isEmpty { return !teams.contains(consultation) && !names(viewer.person, step) }
            return !rooms.contains(.directorate)
        case .committee:
            // The Committee sees to whom what it has was opened.
            return !rooms.contains(.committee) && step.kind != "open-case-team"
        case .state(let own) where own == state: return !rooms.contains(.state)
        default: return hidesFromOutside(step, rooms, found, state)
        }
    }

    private func hidesFromOutside(_ step: Step, _ rooms: Set<Room.Kind>, _ found: Case?, _ state: String)
        -> Bool
    {
        if viewer.viewer.contributesTo == state, rooms.contains(.state) {
            if found?.isHanded == true || names(viewer.person, step) { return false }
        }
        if ["release-to-named", "open-case-team"].contains(step.kind) {
            let named = step.fields["named"]?.string ?? step.fields["entity"]?.string
            return viewer.about == nil || named != viewer.about
        }
        if step.kind == "withhold-item" || step.kind == "lift-withholding" { return found?.isOpened != true }
        if ActEffect.opening.contains(step.kind) { return false }
        let items = references(of: step).filter { $0 != assessment(of: step) }
        let isWithheld = !items.isEmpty && items.allSatisfy(isWithheld)
        return found?.isOpened != true || rooms.count < 2 || isWithheld
            || ["give-notice", "decline-opening"].contains(step.kind)
    }

    private func hidesWithoutCase(_ step: Step) -> Bool {
        if ActEffect.ofDirectorate.contains(step.kind) { return audience != .directorate }
        // Known to whoever shares a room in which the entry is known.
        if step.kind == "propose-erasure" { return viewer.viewer.room == nil }
        if ActEffect.ofOfficers.contains(step.kind) { return audience > .committee }
        guard !viewer.viewer.seesAllPeople else { return false }
        switch step.kind {
        case "add-person": return true
        case "grant-capacity":
            return !names(viewer.person, step)
                && (step.fields["about"] == nil || step.fields["about"]?.string != viewer.about)
        default: return false
        }
    }

    /// Whether the worlds may differ in a step that is hidden.
    func mayDiffer(_ step: Step) -> Bool {
        // An auditor sees that it was done, and by whom, not with which words.
        if viewer.capacity == .auditor, case .missing = step.twin { return false }
        return !ActEffect.opening.contains(step.kind) || isInside(assessment(of: step))
            || ["release-to-named", "open-case-team"].contains(step.kind)
    }

    /// Whether the viewer shares a room in which a case is dealt with.
    private func isInside(_ assessment: String?) -> Bool {
        switch viewer.viewer.room {
        case .directorate, .committee: true
        case .state(let own): own == assessment.flatMap { cases[$0]?.state }
        case nil: false
        }
    }

    /// Whether a step would rightly show the viewer that the worlds differ.
    func wouldTell(_ step: Step) -> Bool {
        guard let act = Catalogue.standard[ActKind(rawValue: step.kind)] else { return false }
        let isOwn = step.by == viewer.key
        if ActEffect.counting.contains(step.kind), !different.isEmpty { return true }
        let effect = ActEffect(act)
        if !isOwn, references(of: step).contains(where: different.contains) { return true }
        guard let found = assessment(of: step).flatMap({ cases[$0] }), !found.differsIn.isEmpty else {
            return false
        }
        if found.isBlind, isOwn {
            return ["rate-requirement", "conclude-second-reading"].contains(step.kind)
        }
        if isInside(assessment(of: step)) { return !effect.carries.isDisjoint(with: found.differsIn) }
        if isOwn { return false }
        if found.isHanded || names(viewer.person, step) { return true }
        let hasOpenDifference = different.contains { caseOf[$0] == assessment(of: step) && !isWithheld($0) }
        return found.differsWhole || hasOpenDifference || step.kind == "lift-withholding"
            || step.kind == "open-case-team"
    }

    // MARK: After a step

    /// - Parameter answers: of the worlds in which it was done.
    mutating func note(_ step: Step, _ answers: [JSONValue], differs: Bool) {
        let made = answers.flatMap { $0["objects"]?.array ?? [] }
            .compactMap { object in object["id"]?.string.map { (object["type"]?.string ?? "", $0) } }
        let home =
            step.kind == "open-assessment" ? made.first { $0.0 == "assessment" }?.1 : assessment(of: step)
        if step.kind == "open-assessment", let home {
            cases[home] = Case(state: step.fields["state"]?.string ?? "")
        }
        for (_, id) in made where caseOf[id] == nil { caseOf[id] = home }
        noteFacts(step, made.map(\.1), home)
        guard differs, let act = Catalogue.standard[ActKind(rawValue: step.kind)] else { return }
        different.formUnion(made.map(\.1).filter { $0 != home && !isCode($0) })
        different.formUnion(answers.compactMap { $0["act"]?["id"]?.string })
        guard let home else { return }
        different.formUnion(references(of: step).filter { $0 != home && caseOf[$0] == home })
        if step.kind == "open-assessment" { different.insert(home) }
        let rooms = ActEffect(act).rooms ?? []
        cases[home]?.differsIn.formUnion(rooms.isEmpty ? [.directorate] : rooms)
        if !["record-finding", "amend-finding", "propose-recommendation"].contains(step.kind) {
            cases[home]?.differsWhole = true
        }
    }

    private mutating func noteFacts(_ step: Step, _ made: [String], _ home: String?) {
        let items = references(of: step).filter { $0 != home }
        switch step.kind {
        case "withhold-item" where step.fields["from"] == "un-system": withheld.formUnion(items)
        case "hand-question" where names(viewer.person, step): cases[home ?? ""]?.isHanded = true
        case "declare-conflict" where step.by == viewer.key: cases[home ?? ""]?.isExcluded = true
        case "assign-second-reader" where names(viewer.person, step): cases[home ?? ""]?.isBlind = true
        case "hold-consultation" where step.by == viewer.key: teams.formUnion(items)
        case "name-team-member" where names(viewer.person, step): teams.formUnion(items)
        default:
            if ["propose-recommendation", "write-overview", "set-follow-up-status"].contains(step.kind) {
                for id in made where !items.contains(id) { sources[id, default: []].formUnion(items) }
            }
            if ActEffect.opening.contains(step.kind) { cases[home ?? ""]?.isOpened = true }
        }
    }

    // MARK: What a step names

    private func isWithheld(_ id: String) -> Bool {
        withheld.contains(id) || (sources[id] ?? []).contains(where: withheld.contains)
    }

    private func isCode(_ id: String) -> Bool { Pool.requirements.contains(id) }

    private func names(_ person: String, _ step: Step) -> Bool {
        !person.isEmpty && step.fields["person"]?.string == person
    }

    /// The assessment that a step is about.
    func assessment(of step: Step) -> String? {
        if let id = step.fields["assessment"]?.string { return cases[id] == nil ? nil : id }
        return references(of: step).lazy.compactMap { caseOf[$0] }.first
    }

    private func references(of step: Step) -> [String] {
        guard let act = Catalogue.standard[ActKind(rawValue: step.kind)] else { return [] }
        return act.fields.flatMap { field -> [String] in
            switch field.kind {
            case .reference, .references:
                let value = step.fields[field.name]
                return value?.string.map { [$0] } ?? value?.array?.compactMap(\.string) ?? []
            default: return []
            }
        }
    }
}
