import Disclosure
import Pack

extension Registry {
    /// The view in which a performer's checks are made: their own.
    func viewer(of performer: ActPerformer, _ pack: Pack?) -> Viewer {
        // The clock is nobody: it looks for what is due, in the Directorate's room.
        if performer.capacity == .clock { return Viewer(person: "", capacity: .clock) }
        guard let person = performer.person, let capacity = performer.capacity else {
            // The console keeps accounts and packs; it sees what an administrator sees.
            return Viewer(person: "", capacity: .administrator)
        }
        return Self.viewer(person: person, capacity: capacity, about: performer.about, pack)
    }

    static func viewer(person: PersonID, capacity: Capacity, about: String?, _ pack: Pack?) -> Viewer {
        let belongs = about.flatMap { pack?.entities.first(code: $0)?.belongsToUNSystem } ?? false
        return Viewer(
            person: person.rawValue, capacity: capacity, about: about,
            belongsToUNSystem: capacity == .partner && belongs)
    }
}
