import Disclosure
import Registry
import Words

/// For whom a document is made, in words.
enum Recipient {
    /// Whoever asks: their name, their capacity, and what it is about.
    static func name(of request: SiteRequest, _ reader: Reader) throws -> String {
        let words = request.words
        guard let visitor = request.visitor, let capacity = visitor.viewer.capacity else {
            return words("audience.public")
        }
        let role = words("capacity.\(capacity.rawValue)")
        guard let about = visitor.viewer.about else {
            return words("print.person", ["name": visitor.name, "capacity": role])
        }
        let name = try reader.holderNames()[about]?.text(in: request.languages)?.text ?? about
        return words("print.person-about", ["name": visitor.name, "capacity": role, "about": name])
    }
}
