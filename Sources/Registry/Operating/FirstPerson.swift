import Disclosure
import Identity
import Record
import Storage

extension Registry {
    /// A person to be let in from the console.
    public struct ConsolePerson: Sendable {
        public let name: String
        public let email: String
        /// Tag of the interface language.
        public let language: String
        public let capacity: String
        /// Code of the State or entity; nil where the capacity has none.
        public let about: String?

        public init(name: String, email: String, language: String, capacity: String, about: String?) {
            self.name = name
            self.email = email
            self.language = language
            self.capacity = capacity
            self.about = about
        }
    }

    /// Opens an account with a capacity from the console, all or nothing, and invites the person. On an empty
    /// record the pack is adopted first.
    ///
    /// - Parameters:
    ///   - pack: the files of the pack, needed while none is in force.
    ///   - reason: why the console was used; the record keeps it.
    /// - Returns: the token of the one-time address.
    /// - Throws: `BatchRefusal`, `Refusal`, `PackFaults`.
    public func addFromConsole(
        _ person: ConsolePerson, pack: [(path: String, bytes: [UInt8])]?, because reason: String,
        _ accounts: Accounts
    ) async throws -> Token {
        let console = ActPerformer.console(because: reason)
        var calls: [ActCall] = []
        var staged: PackID?
        if let pack {
            let hash = try await stage(pack: pack)
            staged = hash
            calls.append(ActCall("adopt-pack", ["pack": .string(hash.rawValue)], by: console))
        }
        let id = JSONValue.string(surroundings.newID())
        calls.append(
            ActCall(
                "add-person",
                [
                    "name": .string(person.name), "email": .string(person.email),
                    "language": .string(person.language),
                ], by: console, made: ["person": id], at: nil))
        var fields: [String: JSONValue] = ["person": id, "capacity": .string(person.capacity)]
        if let about = person.about { fields["about"] = .string(about) }
        calls.append(ActCall("grant-capacity", fields, by: console))
        do {
            _ = try await perform(all: calls)
        } catch {
            if let staged { try await discardUnadopted(pack: staged) }
            throw error
        }
        let invitation = ActCall(
            "invite-person", ["person": id, "purpose": .string("invitation")], by: console)
        return try await accounts.invite(invitation).token
    }

    /// Whether a pack is in force.
    public func hasPack() async throws -> Bool {
        try await database.read { try self.packInForce($0) != nil }
    }
}
