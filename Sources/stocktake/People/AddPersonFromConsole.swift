import ArgumentParser
import Disclosure
import Pack
import Registry

/// `stocktake person add`: the first head of an empty record; later an administrator, should all be lost.
struct AddPersonFromConsole: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Open an account and print its one-time address; the first is a head's."
    )

    @Option(help: "Name as it is shown.")
    var name: String

    @Option(help: "E-mail address, to sign in with.")
    var email: String

    @Option(help: "Interface language: en, zh-Hans or zh-Hant.")
    var language = "en"

    @Option(help: "Capacity; left out, the first person is a head, a later one an administrator.")
    var capacity: String?

    @Option(help: "Code of the State or entity, for a capacity that has one.")
    var about: String?

    @Option(help: "Directory of the pack that an empty record adopts.")
    var pack: String?

    @Option(name: .customLong("operator"), help: "Why the console is used; the record keeps it.")
    var reason = "First account"

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        if let capacity, Capacity(rawValue: capacity) == nil || capacity == Capacity.clock.rawValue {
            let all = Capacity.allCases.filter { $0 != .clock }.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no capacity “\(capacity)” to hold; there are \(all).")
        }
    }

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            let isFirst = try await !open.registry.hasPack()
            let files =
                isFirst ? try PackLoader.read(directory: pack ?? "\(Places.packs())/counter-terrorism") : nil
            let usual = isFirst ? Capacity.head : Capacity.administrator
            let person = Registry.ConsolePerson(
                name: name, email: email, language: language, capacity: capacity ?? usual.rawValue,
                about: about)
            do {
                let token = try await open.registry.addFromConsole(
                    person, pack: files, because: reason, open.accounts)
                Output.line(Invitation.path(token))
            } catch let batch as BatchRefusal {
                throw batch.refusal
            }
            Output.error(
                "Put the site's address in front of this path and hand it to \(name): it works once, within "
                    + "\(Accounts.invitationDays) days.")
        }
    }
}
