import Disclosure
import Identity
import Record

@testable import Registry
@testable import Site

/// What is asked of both worlds: every endpoint that the product declares, filled with every identifier that was ever
/// made in either, and with what a list takes.
struct Requests {
    let pool: Pool
    let viewer: Inhabitant
    let days: [String]
    var random: SeededRandom

    /// Every endpoint at least once.
    ///
    /// - Parameter most: identifiers of the right type for each endpoint that takes one.
    mutating func all(most: Int) -> [Asked] {
        var asked: [Asked] = []
        for endpoint in Endpoints.all where isCompared(endpoint) {
            for path in paths(endpoint.template, most: most) {
                asked.append(make(endpoint, path))
                asked += queries(of: endpoint).map { make(endpoint, "\(path)?\($0)") }
            }
        }
        return asked
    }

    /// A few at random, which cost little.
    mutating func some(_ count: Int) -> [Asked] {
        let endpoints = Endpoints.all.filter { isCompared($0) && !$0.template.hasPrefix("/api/v1/acts") }
        return (0..<count).compactMap { _ in
            guard let endpoint = endpoints.randomElement(using: &random) else { return nil }
            let path = paths(endpoint.template, most: 1).first ?? endpoint.template
            let query =
                Bool.random(using: &random) ? queries(of: endpoint).randomElement(using: &random) : nil
            return make(endpoint, query.map { "\(path)?\($0)" } ?? path)
        }
    }

    private func isCompared(_ endpoint: Endpoint) -> Bool {
        if case .asset = endpoint.kind { return false }
        return endpoint.method == .get && !DeclaredRandom.isExempt(endpoint.template, for: viewer)
    }

    private func make(_ endpoint: Endpoint, _ path: String) -> Asked {
        Asked(path: path, template: endpoint.template, headers: Self.headers(viewer, path))
    }

    /// A token opens the API, a session the pages.
    static func headers(_ viewer: Inhabitant, _ path: String) -> [String: String] {
        guard viewer.capacity != nil else { return [:] }
        if path.hasPrefix("/api/") { return ["authorization": "Bearer \(viewer.token)"] }
        return ["cookie": "session=\(viewer.session?.text ?? "")"]
    }

    // MARK: Addresses

    private mutating func paths(_ template: String, most: Int) -> [String] {
        guard let open = template.firstIndex(of: "{"), let close = template.firstIndex(of: "}") else {
            return [template]
        }
        let name = String(template[template.index(after: open)..<close])
        return values(of: name, in: template, most: most).flatMap {
            paths(template.replacing("{\(name)}", with: FormEncoding.encode($0)), most: most)
        }
    }

    private mutating func values(of name: String, in template: String, most: Int) -> [String] {
        switch name {
        case "token": return [viewer.feed.isEmpty ? "nosuchtoken" : viewer.feed]
        case "tag": return ["en"]
        case "cycle": return ["1"]
        case "name": return Catalogue.standard.names.shuffled(using: &random).prefix(most * 6) + ["nosuchact"]
        default: break
        }
        let parts = template.split(separator: "/").prefix { !$0.hasPrefix("{") }
        let word = String(parts.last ?? "")
        let type = Self.types[word] ?? Resource.all.first { $0.name == word }?.type.rawValue ?? ""
        let fitting = pool.ids(type).shuffled(using: &random)
        let others = pool.objects.shuffled(using: &random).map(\.id)
        return Array(fitting.prefix(most)) + Array(others.prefix(fitting.isEmpty ? most : 1)) + [
            "nosuchidentifier"
        ]
    }

    /// Words in addresses whose objects are of another type than a resource of that name says.
    private static let types = [
        "mandate": "resolution", "record": "entry", "entries": "entry", "files": "evidence",
        "good-practices": "finding",
    ]

    // MARK: Queries

    private mutating func queries(of endpoint: Endpoint) -> [String] {
        let day = days.randomElement(using: &random) ?? ""
        let word = Drawing.vocabulary.randomElement(using: &random) ?? ""
        guard case .api(let operation) = endpoint.kind else {
            let id = pool.objects.randomElement(using: &random)?.id ?? ""
            let assessment = pool.ids("assessment").randomElement(using: &random) ?? ""
            if endpoint.template == "/search" {
                return ["q=\(word)", "q=\(word)&as-of=\(day)", "q=\(word.prefix(2))"]
            }
            return ["as-of=\(day)", "state=FRD", "assessment=\(assessment)", "item=\(id)"]
        }
        return operation.parameters.filter { $0.place == "query" }.flatMap { parameter -> [String] in
            switch parameter.name {
            case "as-of": days.suffix(2).map { "as-of=\($0)" }
            case "limit": ["limit=1", "limit=2"]
            case "cursor": []
            case "q": ["q=\(word)", "q=\(word.prefix(2))&as-of=\(day)"]
            case "object":
                pool.objects.randomElement(using: &random).map { ["object=\($0.type)/\($0.id)"] } ?? []
            default: ["\(parameter.name)=\(value(of: parameter.name))"]
            }
        }
    }

    private mutating func value(of parameter: String) -> String {
        let values: [String]
        switch parameter {
        case "stage": values = AssessmentStage.allCases.map(\.rawValue)
        case "status": values = ["placed", "running", "ended", "given", "requested", "reported"]
        case "withheld": values = ["true", "false"]
        case "paragraph": values = pool.ids("paragraph")
        case "person": values = pool.ids("person")
        default: values = pool.ids(parameter == "item" ? "item" : parameter)
        }
        return FormEncoding.encode(values.randomElement(using: &random) ?? "")
    }
}
