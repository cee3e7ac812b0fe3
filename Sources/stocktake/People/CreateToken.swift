import ArgumentParser
import Disclosure
import Identity
import Registry

/// `stocktake token create`: a token for one capacity of one person, shown once.
struct CreateToken: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an API token for a capacity that a person holds.")

    @Option(name: .customLong("for"), help: "E-mail address of the person.")
    var email: String

    @Option(help: "The capacity in which the token acts.")
    var capacity: String

    @Option(help: "What the token is for, shown among the person's tokens.")
    var label = "Command line"

    @Option(help: "Days after which it ends.")
    var days = 365

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard Capacity(rawValue: capacity) != nil else {
            let all = Capacity.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no capacity “\(capacity)”; there are \(all).")
        }
        guard (1...3_650).contains(days) else { throw ValidationError("--days is a number from 1 to 3650.") }
    }

    func carryOut() async throws {
        try await OpenRegistry.with(options) { open in
            let held = Capacity(rawValue: capacity)
            guard let held, let visitor = try await open.accounts.visitor(email: email, capacity: held) else {
                throw Failure(
                    .no, "token.nobody",
                    "Nobody with the address \(email) holds the capacity \(capacity): check both.")
            }
            let token = try await open.accounts.createToken(
                for: visitor.person, grant: visitor.grant, label: label, days: days)
            Output.line(token.text)
        }
    }
}
