import ArgumentParser
import Disclosure
import Identity
import Registry

/// Who performs an act at the console.
struct PerformerOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "E-mail address of a person; alone on demonstration data only.")
    var email: String?

    @Option(help: "The capacity in which that person acts.")
    var capacity: String?

    @Option(help: "File with an API token.")
    var tokenFile: String?

    @Option(name: .customLong("operator"), help: "Why whoever runs the host acts; the record keeps it.")
    var operatorReason: String?

    func validate() throws {
        guard email != nil || tokenFile != nil || operatorReason != nil else {
            throw ValidationError(
                "Say who acts: --as EMAIL --capacity C, --token-file FILE, or --operator REASON.")
        }
        guard tokenFile == nil || (email == nil && operatorReason == nil) else {
            throw ValidationError("A token says who acts: leave out --as and --operator.")
        }
        guard (email == nil) == (capacity == nil) else {
            throw ValidationError("--as and --capacity belong together: give both.")
        }
        if let capacity, Capacity(rawValue: capacity) == nil {
            let all = Capacity.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no capacity “\(capacity)”; there are \(all).")
        }
    }

    /// - Throws: `Failure` where nobody may act so.
    func performer(_ open: OpenRegistry) async throws -> ActPerformer {
        if let tokenFile { return try await bearer(tokenFile, open) }
        if let email, let capacity = capacity.flatMap(Capacity.init(rawValue:)) {
            return try await person(email, capacity, open)
        }
        return .console(because: operatorReason ?? "")
    }

    private func bearer(_ path: String, _ open: OpenRegistry) async throws -> ActPerformer {
        guard let token = Token(try InputFile.secret(of: path), kind: .api) else {
            throw Failure(.input, "token.form", "\(path) holds no API token: make one with token create.")
        }
        guard let visitor = try await open.accounts.visitor(bearer: token) else {
            throw Failure(
                .no, "token.over", "The token in \(path) is no longer good: make another with token create.")
        }
        return visitor.performer(via: .console)
    }

    private func person(_ email: String, _ capacity: Capacity, _ open: OpenRegistry) async throws
        -> ActPerformer
    {
        guard open.isDemonstration || operatorReason != nil else {
            throw Failure(
                .no, "as.real-data",
                "--as alone works on demonstration data only: use --token-file, or say why with --operator.")
        }
        guard let visitor = try await open.accounts.visitor(email: email, capacity: capacity) else {
            throw Failure(
                .no, "as.unknown",
                "Nobody with the address \(email) holds the capacity \(capacity.rawValue): check both.")
        }
        return ActPerformer(
            person: visitor.person, grant: visitor.grant, capacity: visitor.capacity, about: visitor.about,
            via: .console, operatorReason: operatorReason)
    }
}
